package dev.shardline.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.work.NotedNap;
import dev.shardline.systemtests.work.Notes.Begun;
import dev.shardline.systemtests.work.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the settings that everybody has: locks of 30 s, and Kafka's own heartbeats. */
class DeadWorkIsTakenOverInSecondsIT {

  /** A local broker hears from its members twice a second; this is what others do. */
  private static final Map<String, String> DEFAULT_HEARTBEATS =
      Map.of(
          "group.share.heartbeat.interval.ms", "5000",
          "group.share.min.heartbeat.interval.ms", "5000");

  @Test
  void theShardOfAKilledWorkerStartsElsewhereWithinTenSeconds(@TempDir Path directory)
      throws Exception {
    int length = 2005;
    FleetPlan plan =
        new FleetPlan(
            2, 1, 3, null, false, null, null, List.of(NotedNap.class), DEFAULT_HEARTBEATS);
    try (Fleet fleet = Fleet.start(directory, plan);
        LedgerReader reader = LedgerReader.open(fleet.bootstrapServers())) {
      Stage stage = new Stage(fleet, reader);
      JobId job = stage.submit(new Task(new NotedNap().name(), length, null));
      Begun first = fleet.notes().await(length, 1).getFirst();

      Instant killed = Instant.now();
      fleet.worker(first.process()).kill();

      Begun second = fleet.notes().await(length, 2).getLast();
      System.out.printf(
          "a killed worker's shard started elsewhere after %d ms%n",
          Duration.between(killed, second.at()).toMillis());
      assertThat(second.process()).isNotEqualTo(first.process());
      assertThat(Duration.between(killed, second.at())).isLessThan(Duration.ofSeconds(10));
      stage.settle(job, 1);
    }
  }
}
