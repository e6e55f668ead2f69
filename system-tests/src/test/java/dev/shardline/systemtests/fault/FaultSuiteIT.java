package dev.shardline.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.work.Nap;
import dev.shardline.systemtests.work.Spin;
import dev.shardline.systemtests.work.Stuck;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job goes through one fault after another, on real processes: nothing is missing, nothing is
 * visible twice, and nobody lends a hand. Prints a line for each fault.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultSuiteIT {

  /** A shard that happens to run whenever a process is killed is no killer. */
  private static final int MANY_ATTEMPTS = 20;

  private final Form form = Form.asked();
  private final long seed = Long.getLong("shardline.faults.seed", new Random().nextInt(1 << 30));
  private Fleet fleet;
  private LedgerReader reader;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fleet =
        Fleet.start(
            directory,
            new FleetPlan(
                3,
                1,
                MANY_ATTEMPTS,
                "256m",
                false,
                form.lock(),
                form.session(),
                List.of(Nap.class, Spin.class, Stuck.class),
                Map.of()));
    reader = LedgerReader.open(fleet.bootstrapServers());
    FaultTable.printHead(form, seed);
  }

  @AfterAll
  void stop() {
    if (reader != null) {
      reader.close();
      fleet.close();
    }
  }

  static List<FaultCase> faults() {
    return List.of(
        new MidJobFault("none", (ground, job) -> {}),
        new MidJobFault("workers killed, one after another", Strikes::killWorkers),
        new MidJobFault("workers paused beyond their locks", Strikes::pauseWorkers),
        new MidJobFault("broker stopped and started", Strikes::stopBroker),
        new MidJobFault("broker killed and started", Strikes::killBroker),
        new MidJobFault("broker paused beyond the locks", Strikes::pauseBrokerBeyondLock),
        new MidJobFault("broker paused beyond the sessions", Strikes::pauseBrokerBeyondSession),
        new IngestKill("ingest killed while it fetches", IngestStep.FETCHING),
        new IngestKill("ingest killed while it stores", IngestStep.STORING),
        new IngestKill("ingest killed while it publishes shards", IngestStep.PUBLISHING),
        new IngestKill("ingest killed before the outcome", IngestStep.BEFORE_OUTCOME),
        new IngestKill("ingest killed before it acknowledges", IngestStep.BEFORE_ACKNOWLEDGEMENT),
        // The last: where it fails, a worker is lost to all that would follow.
        new StoppedProgress("a shard without progress, with a time limit"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void nothingIsMissingAndNothingIsVisibleTwice(FaultCase fault) throws Exception {
    Random random = new Random(seed + fault.name().hashCode());

    Ledger ledger = fault.run(new Ground(fleet, reader, form, random));

    FaultTable.print(fault.name(), ledger);
    assertThat(ledger.missing()).as("missing, seed %d: %s", seed, ledger).isZero();
    assertThat(ledger.visibleTwice()).as("visible twice, seed %d: %s", seed, ledger).isZero();
    assertThat(ledger.with("FAILED"))
        .as("failed, seed %d: %s", seed, ledger.failures())
        .isEqualTo(fault.failed());
  }
}
