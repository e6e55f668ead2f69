package dev.shardline.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.shardline.worker",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.shardline.worker";

  @ArchTest
  static final ArchRule ONLY_NOTICES_AND_ACCESS_KNOW_KAFKA =
      classes()
          .that()
          .resideOutsideOfPackages(ROOT + ".notice", ROOT + ".access")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.management..",
              "org.jspecify..",
              "dev.shardline.contracts..",
              ROOT + "..")
          .because(
              "services connect these plain objects to their framework, and what is told is tested"
                  + " without a broker");

  @ArchTest
  static final ArchRule NOTICES_KNOW_NEITHER_MESSAGES_NOR_FRAMEWORK =
      classes()
          .that()
          .resideInAPackage(ROOT + ".notice")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.apache.kafka..", ROOT + ".notice")
          .because("whatever is for watching alone is sent the same way");

  @ArchTest
  static final ArchRule ACCESS_KNOWS_WHAT_BROKERS_REFUSE_AND_NOTHING_ELSE =
      classes()
          .that()
          .resideInAPackage(ROOT + ".access")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.apache.kafka..", ROOT + ".access")
          .because("a refusal is told the same way, whichever client met it");

  @ArchTest
  static final ArchRule WHAT_IS_NOT_TOLD_NEEDS_NOTHING_BUT_THE_JDK =
      classes()
          .that()
          .resideInAnyPackage(ROOT + ".identity", ROOT + ".metrics", ROOT + ".stop")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", ROOT + ".identity", ROOT + ".metrics", ROOT + ".stop")
          .because("they are the same for a worker that tells nothing");

  @ArchTest
  static final ArchRule NOUNS_ARE_FREE_OF_CYCLES =
      slices()
          .matching(ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package can then be read without those that use it");
}
