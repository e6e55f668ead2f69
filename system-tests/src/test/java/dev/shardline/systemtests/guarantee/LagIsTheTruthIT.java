package dev.shardline.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.fleet.ServiceProcess;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.stack.CommandLineProcess;
import dev.shardline.systemtests.work.NotedNap;
import dev.shardline.systemtests.work.Notes.Begun;
import dev.shardline.systemtests.work.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code shardline lag} says, against what truly has no answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LagIsTheTruthIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofSeconds(20);

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Fleet fleet;

  @SuppressWarnings("NullAway.Init")
  private LedgerReader reader;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException, InterruptedException {
    fleet = Fleet.start(directory, FleetPlan.quick(2, List.of(NotedNap.class)));
    reader = LedgerReader.open(fleet.bootstrapServers());
  }

  @AfterAll
  void stop() {
    reader.close();
    fleet.close();
  }

  @BeforeEach
  void awaitReady() {
    fleet.awaitReady();
  }

  @Test
  void isEveryShardWhileNoWorkerRuns() throws Exception {
    fleet.workers().forEach(worker -> worker.retire().handle().onExit().join());
    JobId job = submit(Collections.nCopies(7, nap(1)));

    awaitLag(7);
    assertThat(group().path("members").asInt()).isZero();

    fleet.workers().forEach(ServiceProcess::enlist);
    awaitDone(job, 7);
    awaitLag(0);
  }

  @Test
  void isWhatRunsAndNotWhatWasDoneMeanwhile() throws Exception {
    JobId running = submit(List.of(nap(LONG.toMillis() + 1)));
    fleet.notes().await(LONG.toMillis() + 1, 1);
    JobId quick = submit(Collections.nCopies(6, nap(1)));
    awaitDone(quick, 6);

    awaitLag(1);
    assertThat(reader.shards(running).with("DONE")).isZero();

    awaitDone(running, 1);
    awaitLag(0);
  }

  @Test
  void isWhatAKilledWorkerLeftBehind() throws Exception {
    long length = LONG.toMillis() + 2;
    JobId job = submit(List.of(nap(length)));
    Begun first = fleet.notes().await(length, 1).getFirst();

    fleet.worker(first.process()).kill();

    awaitLag(1);
    fleet.notes().await(length, 2);
    assertThat(group().path("lag").asLong()).isEqualTo(1);
    awaitDone(job, 1);
    awaitLag(0);
  }

  @Test
  void isNoFigureWhileTheBrokerIsAwayAndRightWhenItIsBack() throws Exception {
    fleet.workers().forEach(worker -> worker.retire().handle().onExit().join());
    JobId job = submit(Collections.nCopies(3, nap(1)));
    fleet.broker().stop();

    try (CommandLineProcess lag = lag()) {
      assertThat(lag.awaitExit()).isEqualTo(4);
      assertThat(lag.out()).isEmpty();
      assertThat(lag.err()).contains("no Kafka broker answers");
    }

    fleet.broker().startAgain();
    awaitLag(3);
    fleet.workers().forEach(ServiceProcess::enlist);
    awaitDone(job, 3);
    awaitLag(0);
  }

  private static Task nap(long millis) {
    return new Task(new NotedNap().name(), millis, null);
  }

  private JobId submit(List<Task> tasks) throws InterruptedException {
    return new Stage(fleet, reader).submit(tasks);
  }

  private void awaitDone(JobId job, int count) {
    var _ = reader.awaitShards(job, PATIENCE, ledger -> ledger.with("DONE") == count);
  }

  /** Workers acknowledge a moment after their answer is durable. */
  private void awaitLag(long expected) {
    await("a lag of " + expected)
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode group = group();
          assertThat(group.path("reason").isNull()).as("%s", group).isTrue();
          assertThat(group.path("lag").asLong(-1)).isEqualTo(expected);
        });
  }

  private JsonNode group() throws Exception {
    try (CommandLineProcess lag = lag()) {
      assertThat(lag.awaitExit()).as(lag.err()).isZero();
      for (JsonNode group : new ObjectMapper().readTree(lag.out()).path("groups")) {
        if (group.path("group").asText().equals("shardline-transform")) {
          return group;
        }
      }
      throw new AssertionError(lag.out());
    }
  }

  private CommandLineProcess lag() throws IOException {
    Path directory = Files.createDirectories(fleet.directory().resolve("command"));
    return CommandLineProcess.start(
        directory, "lag", "--json", "--bootstrap-server", fleet.bootstrapServers());
  }
}
