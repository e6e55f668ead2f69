package dev.shardline.lag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.shardline.lag",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.shardline.lag";

  @ArchTest
  static final ArchRule WHAT_IS_TOLD_OF_A_GROUP_NEEDS_NOTHING_BUT_THE_JDK =
      classes()
          .that()
          .resideInAPackage(ROOT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", ROOT)
          .because("whoever shows lag need not know how it is read");

  @ArchTest
  static final ArchRule THE_ARITHMETIC_IS_PLAIN =
      classes()
          .that()
          .resideInAPackage(ROOT + ".position")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", ROOT, ROOT + ".position")
          .because("whoever doubts a figure reads this package, and tests it without a broker");

  @ArchTest
  static final ArchRule ONLY_THE_CLUSTER_KNOWS_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cluster")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("what the brokers say is translated in one place");

  @ArchTest
  static final ArchRule ONLY_THE_READER_IS_OFFERED =
      classes()
          .that()
          .resideInAPackage(ROOT + ".cluster")
          .and()
          .doNotHaveSimpleName("ClusterLagReader")
          .should()
          .notBePublic()
          .because("users depend on the port and its answers, and not on how they come about");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
      slices()
          .matching("dev.shardline.(**)")
          .should()
          .beFreeOfCycles()
          .because("each package, the root among them, can be read without those that use it");
}
