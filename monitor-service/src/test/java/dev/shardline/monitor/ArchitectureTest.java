package dev.shardline.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;

@AnalyzeClasses(
    packages = "dev.shardline.monitor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.shardline.monitor";

  private static final String[] FRAMEWORKS = {
    "io.micrometer..",
    "io.quarkus..",
    "io.smallrye..",
    "io.vertx..",
    "jakarta..",
    "org.eclipse.microprofile..",
    "org.jboss.."
  };

  @ArchTest
  static final ArchRule WHAT_IS_KNOWN_IS_PLAIN =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, ROOT + ".settings", ROOT + ".metrics", ROOT + ".web")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORKS)
          .because(
              "what is known, and when it is not, is tested without a process (the root package"
                  + " starts it, settings are typed by the framework, and metrics and web tell"
                  + " others)");

  @ArchTest
  static final ArchRule ONLY_THE_FEED_READS_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, ROOT + ".feed")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "dev.shardline.lag.cluster..")
          .because(
              "what records say is understood in one place, lag comes through its port, and the"
                  + " root package connects both to the cluster");

  @ArchTest
  static final ArchRule BEANS_ARE_NOT_BUILT_UPON =
      noClasses()
          .that()
          .areNotAnnotatedWith(ApplicationScoped.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(ApplicationScoped.class)
          .because("plain objects know ports; only beans know what is behind them");

  @ArchTest
  static final ArchRule JSON_IS_WRITTEN_WITHOUT_REFLECTION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..", "jakarta.ws.rs..")
          .because(
              "binding by reflection and a framework for resources loaded classes that were a good"
                  + " part of the service's memory");

  @ArchTest
  static final ArchRule NOUNS_ARE_FREE_OF_CYCLES =
      slices()
          .matching(ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package can then be read without those that use it");
}
