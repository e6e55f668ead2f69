package dev.shardline.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.shardline.cli", importOptions = DoNotIncludeTests.class)
class BoundariesTest {

  @ArchTest
  static final ArchRule isPlainJava =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..")
          .because("the command line starts in a fraction of a second");

  @ArchTest
  static final ArchRule knowsNoService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.shardline.ingest..", "dev.shardline.transform..")
          .because("services are reached by their messages alone, or run as processes");

  @ArchTest
  static final ArchRule runsPeersInProcessesOfTheirOwn =
      noClasses()
          .that()
          .doNotHaveSimpleName("ParallelConsumerWorker")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.confluent..")
          .because("they are not on the class path of the command line");

  @ArchTest
  static final ArchRule jobsAreALibrary =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..cluster..",
              "..job..",
              "..shard..",
              "..source..",
              "..lookup..",
              "..verify..",
              "..redrive..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..", "..terminal..")
          .because("the local stack and the benchmarks submit jobs in their own process");

  @ArchTest
  static final ArchRule whatDecidesKnowsNoKafka =
      noClasses()
          .that()
          .resideInAnyPackage("..ledger..", "..letter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "picocli..", "..cluster..", "..terminal..")
          .because("what proves the guarantees has to be proved itself, without a broker");

  @ArchTest
  static final ArchRule nobodyPrintsPastTheTerminal =
      noClasses()
          .that()
          .doNotHaveSimpleName("Terminal")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("results go to standard output only through Terminal, which tests can read");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.shardline.cli.(*)..").should().beFreeOfCycles();
}
