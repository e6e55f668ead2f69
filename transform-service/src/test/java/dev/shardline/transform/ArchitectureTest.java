package dev.shardline.transform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;

@AnalyzeClasses(
    packages = "dev.shardline.transform",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.shardline.transform";

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
  static final ArchRule ARITHMETIC_IS_PURE =
      classes()
          .that()
          .resideInAnyPackage(ROOT + ".factorial", ROOT + ".integer")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", ROOT + ".factorial", ROOT + ".integer")
          .because("whoever doubts a digit reads these two packages, and nothing else");

  @ArchTest
  static final ArchRule NATIVE_CODE_IS_CALLED_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".gmp")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.foreign.Linker")
          .because("whoever looks for what could end the process reads one package");

  @ArchTest
  static final ArchRule NATIVE_ARITHMETIC_IS_PURE =
      classes()
          .that()
          .resideInAPackage(ROOT + ".gmp")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", ROOT + ".factorial", ROOT + ".gmp")
          .because("it is the same arithmetic, done elsewhere");

  @ArchTest
  static final ArchRule WORK_KNOWS_NO_MESSAGING =
      classes()
          .that()
          .resideInAnyPackage(ROOT + ".computation", ROOT + ".shard")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "dev.shardline.contracts..",
              "dev.shardline.objectstore",
              "dev.shardline.tracing",
              ROOT,
              ROOT + ".factorial",
              ROOT + ".integer",
              ROOT + ".gmp",
              ROOT + ".computation",
              ROOT + ".shard",
              ROOT + ".attempt",
              ROOT + ".requeue",
              ROOT + ".cancellation",
              ROOT + ".delivery",
              ROOT + ".part",
              ROOT + ".result")
          .because(
              "what a shard comes to is the same in a share group, in partitions and in a test");

  @ArchTest
  static final ArchRule TEAMS_DEPEND_ON_THE_JDK_ALONE =
      classes()
          .that()
          .belongToAnyOf(
              Transformation.class,
              SplittableTransformation.class,
              CancellationToken.class,
              RetryableException.class)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ROOT)
          .because("a team's jar then lasts as long as these four types");

  @ArchTest
  static final ArchRule KAFKA_IS_WHERE_RECORDS_COME_AND_GO =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + ".delivery",
              ROOT + ".queue",
              ROOT + ".partition",
              ROOT + ".result",
              ROOT + ".outbox",
              ROOT + ".attempt",
              ROOT + ".requeue",
              ROOT + ".cancellation")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "dev.shardline.worker.notice")
          .because("what is computed and how it is answered is the same on any queue");

  @ArchTest
  static final ArchRule THE_PORTS_KNOW_NO_KAFKA =
      noClasses()
          .that()
          .haveSimpleName("ShardQueue")
          .or()
          .haveSimpleName("Slot")
          .or()
          .haveSimpleName("Attempt")
          .or()
          .haveSimpleName("Drain")
          .or()
          .haveSimpleName("SlotRunner")
          .or()
          .haveSimpleName("ResultPublisher")
          .or()
          .haveNameMatching(".*\\.attempt\\.(?!Kafka).*")
          .or()
          .haveNameMatching(".*\\.requeue\\.(Requeuer|Retries|Backoff)")
          .or()
          .haveSimpleName("CancelledJobs")
          .or()
          .haveSimpleName("ReceivedRecord")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("a slot is tested on a queue in memory, whose locks end when the test says so");

  @ArchTest
  static final ArchRule BEANS_ALONE_KNOW_THE_FRAMEWORK =
      noClasses()
          .that()
          .areNotAnnotatedWith(ApplicationScoped.class)
          .and()
          .areNotAnnotatedWith(Singleton.class)
          .and()
          .areNotAnnotatedWith(QuarkusMain.class)
          .and()
          .resideOutsideOfPackage(ROOT + ".settings")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORKS)
          .because(
              "beans connect plain objects to the process, its main class starts it, and settings"
                  + " are typed by the framework; the rest runs without any");

  @ArchTest
  static final ArchRule BEANS_ARE_NOT_BUILT_UPON =
      noClasses()
          .that()
          .areNotAnnotatedWith(ApplicationScoped.class)
          .and()
          .areNotAnnotatedWith(Singleton.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(ApplicationScoped.class)
          .because("plain objects know ports; only beans know what is behind them");

  @ArchTest
  static final ArchRule ANSWERS_DO_NOT_DEPEND_ON_WHERE_SHARDS_COME_FROM =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".delivery", ROOT + ".result", ROOT + ".shard", ROOT + ".computation")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".queue", ROOT + ".partition", ROOT + ".settings")
          .because("another way to take shards is another package, and nothing else");

  @ArchTest
  static final ArchRule NOUNS_ARE_FREE_OF_CYCLES =
      slices()
          .matching(ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package can then be read without those that use it");
}
