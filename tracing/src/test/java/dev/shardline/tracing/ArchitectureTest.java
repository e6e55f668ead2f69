package dev.shardline.tracing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.shardline.tracing",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String OF_OPEN_TELEMETRY = "dev\\.shardline\\.tracing\\.OpenTelemetry.*";

  @ArchTest
  static final ArchRule WHAT_IS_USED_WHILE_TRACES_ARE_OFF_NEEDS_NOTHING_BUT_THE_JDK =
      classes()
          .that()
          .haveNameNotMatching(OF_OPEN_TELEMETRY)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.shardline.tracing")
          .because("off by default also means that no class of OpenTelemetry is loaded");

  @ArchTest
  static final ArchRule ONE_CLASS_LEADS_TO_OPEN_TELEMETRY =
      noClasses()
          .that()
          .haveNameNotMatching(OF_OPEN_TELEMETRY)
          .and()
          .doNotHaveSimpleName("Traces")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(OF_OPEN_TELEMETRY)
          .because("users know the port alone");

  @ArchTest
  static final ArchRule OPEN_TELEMETRY_IS_NOT_OFFERED =
      classes()
          .that()
          .haveNameMatching(OF_OPEN_TELEMETRY)
          .should()
          .notBePublic()
          .because("users know the port alone");
}
