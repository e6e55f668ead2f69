package dev.shardline.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.shardline.contracts",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {

  @ArchTest
  static final ArchRule DEPENDS_ON_THE_JDK_JACKSON_AND_JSPECIFY_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.fasterxml.jackson..", "org.jspecify..", "dev.shardline.contracts..")
          .because(
              "services, the command line and foreign programs alike take these classes into their"
                  + " class path, whatever framework and Kafka client they have there");

  @ArchTest
  static final ArchRule HAS_NO_CYCLES_BETWEEN_PACKAGES =
      slices()
          .matching("dev.shardline.contracts.(*)..")
          .should()
          .beFreeOfCycles()
          .because(
              "each message is to be understood from the nouns that it builds on, and no more");
}
