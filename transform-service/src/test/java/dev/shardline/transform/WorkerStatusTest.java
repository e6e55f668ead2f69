package dev.shardline.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.transform.queue.QueueWorker;
import dev.shardline.transform.status.StatusReports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a worker on a share group tells of itself, until its end. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@TestProfile(WorkerStatusTest.Watched.class)
@SuppressWarnings("NullAway.Init") // injected fields
class WorkerStatusTest {

  private static final String WORKER = "watched-worker";

  @Inject QueueWorker worker;
  @Inject StatusReports reports;

  private final KafkaCluster cluster = new KafkaCluster();
  private final Shards shards = new Shards(cluster, Topics.SHARDS);
  private final WorkerStatuses statuses = new WorkerStatuses(cluster);

  @Test
  void tellsWhatItComputesWhatItAnsweredAndItsEnd() throws Exception {
    assertThat(statuses.await(status -> isOurs(status) && status.acquired() == 0))
        .satisfies(idle -> {
          assertThat(idle.service()).isEqualTo("transform-service");
          assertThat(idle.slots()).isEqualTo(2);
          assertThat(idle.interval()).isEqualTo(Duration.ofSeconds(1));
          assertThat(idle.draining()).isFalse();
        });

    Instant before = Instant.now();
    JobId job = shards.submit("gate", Output.SUMMARY, 4711);
    WorkerStatus busy =
        statuses.await(
            status -> isOurs(status) && status.running().stream().anyMatch(r -> is(job, r)));
    assertThat(busy.acquired()).isPositive();
    // Others may run that a worker before this one left to wait for another attempt.
    assertThat(busy.running())
        .filteredOn(running -> is(job, running))
        .singleElement()
        .satisfies(running -> {
          assertThat(running.work()).isEqualTo("gate 4711");
          assertThat(running.attempt()).isPositive();
          assertThat(running.startedAt()).isBetween(before, busy.at());
        });

    Gate.letOnePass();
    shards.answer("no JSON");
    WorkerStatus done =
        statuses.await(status ->
            isOurs(status)
                && status.acquired() == 0
                && status.answers().done() >= 1
                && status.answers().failed() >= 1);
    assertThat(done.running()).isEmpty();

    worker.drain();
    reports.end();
    WorkerStatus last = statuses.await(status -> isOurs(status) && status.ended());
    assertThat(last.draining()).isTrue();
    assertThat(last.acquired()).isZero();
    assertThat(last.answers().done()).isGreaterThanOrEqualTo(done.answers().done());
    assertThat(last.answers().failed()).isGreaterThanOrEqualTo(done.answers().failed());
    assertThat(last.startedAt()).isEqualTo(busy.startedAt());
  }

  private static boolean isOurs(WorkerStatus status) {
    return status.worker().equals(WORKER);
  }

  private static boolean is(JobId job, WorkerStatus.Running running) {
    return running.key().equals(job + "/0");
  }

  /** A worker that no other test uses. */
  public static final class Watched implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "transform.worker-id", WORKER,
          "transform.slots", "2",
          "transform.status-interval", "1s");
    }
  }
}
