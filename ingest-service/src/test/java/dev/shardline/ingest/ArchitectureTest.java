package dev.shardline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;

@AnalyzeClasses(
    packages = "dev.shardline.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule LOGIC_KNOWS_NO_FRAMEWORK =
      noClasses()
          .that()
          .areNotAnnotatedWith(ApplicationScoped.class)
          .and()
          .resideOutsideOfPackages(
              "dev.shardline.ingest", "dev.shardline.ingest.settings", "dev.shardline.ingest.trace")
          .and()
          .areTopLevelClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.micrometer..",
              "io.quarkus..",
              "io.smallrye..",
              "io.vertx..",
              "jakarta..",
              "org.apache.kafka..",
              "org.eclipse.microprofile..",
              "org.jboss..",
              "dev.shardline.worker.notice")
          .because(
              "beans connect plain objects to Kafka; what a request means and in which order it is"
                  + " answered is tested without either (the root package starts the process, settings"
                  + " are typed by the framework, and traces are in the headers of records)");

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
  static final ArchRule ADAPTERS_OF_SOURCES_KNOW_ONLY_THE_PORT =
      classes()
          .that()
          .resideInAnyPackage("dev.shardline.ingest.source.(*)..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.net..",
              "org.jspecify..",
              "okhttp3..",
              "okio..",
              "kotlin..",
              "dev.shardline.contracts..",
              "dev.shardline.ingest.outcome",
              "dev.shardline.ingest.source..",
              "dev.shardline.objectstore.s3",
              "software.amazon.awssdk.services.s3.model..")
          .because(
              "another scheme is another adapter, and nothing else (requests to S3 are interrupted,"
                  + " and their failures told apart, in one place for sources and objects)");

  @ArchTest
  static final ArchRule NOUNS_ARE_FREE_OF_CYCLES =
      slices()
          .matching("dev.shardline.ingest.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package can then be read without those that use it");
}
