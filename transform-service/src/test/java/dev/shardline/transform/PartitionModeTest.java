package dev.shardline.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.worker.WorkerStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service on a classic consumer group. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@TestProfile(PartitionModeTest.Partitions.class)
class PartitionModeTest {

  private static final int MAX_POLL_INTERVAL_MILLIS = 3000;

  private static final String GROUP = "shardline-transform-partitions";

  private final KafkaCluster cluster = new KafkaCluster();
  private final Shards shards = new Shards(cluster, BrokerResource.PARTITIONED_SHARDS);

  @Test
  void computesTheReferenceInputs() throws Exception {
    assertThat(shards.compute(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, 2500, 2600, 2700, 2800))
        .extracting(done -> done.value().digits())
        .containsExactly(7408L, 7749L, 8091L, 8435L);
  }

  @Test
  void computesSeveralShardsOfAPartitionAtATime() throws Exception {
    assertThat(shards.compute("meeting", Output.SUMMARY, 1, 2, 3)).hasSize(Meeting.SIZE);
  }

  @Test
  void answersABadShardAndGoesOn() throws Exception {
    assertThat(shards.answer("{\"number\": -1}"))
        .isInstanceOfSatisfying(
            ShardResult.Failed.class,
            failed -> assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_FIELD));

    assertThat(shards.compute(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, 8)).hasSize(1);
  }

  @Test
  void acknowledgesAShardOnlyWhenItIsAnswered() throws Exception {
    JobId waiting = shards.submit("gate", Output.SUMMARY, 1);
    Gate.awaitArrival();
    long acknowledged = cluster.committed(GROUP, BrokerResource.PARTITIONED_SHARDS);
    // Those behind it are answered, and time for many commits goes by.
    shards.compute("nap", Output.SUMMARY, 1001, 1002, 1003);
    long meanwhile = cluster.committed(GROUP, BrokerResource.PARTITIONED_SHARDS);

    Gate.letOnePass();

    assertThat(cluster.results(waiting, 1)).hasSize(1);
    long end = position(waiting) + 4;
    assertThat(acknowledged).isLessThanOrEqualTo(position(waiting));
    assertThat(meanwhile).isLessThanOrEqualTo(position(waiting));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> cluster.committed(GROUP, BrokerResource.PARTITIONED_SHARDS) >= end);
  }

  @Test
  void computesAShardOnceThatOutlastsThePollInterval() throws Exception {
    long millis = 3L * MAX_POLL_INTERVAL_MILLIS;

    assertThat(shards.compute("nap", Output.SUMMARY, millis)).hasSize(1);

    assertThat(Nap.starts(millis)).isEqualTo(1);
  }

  @Test
  void tellsWhatItComputes() throws Exception {
    JobId job = shards.submit("gate", Output.SUMMARY, 42);
    Gate.awaitArrival();

    WorkerStatus busy =
        new WorkerStatuses(cluster)
            .await(status -> status.running().stream().anyMatch(r -> r.key().equals(job + "/0")));

    Gate.letOnePass();
    assertThat(busy.slots()).isEqualTo(Meeting.SIZE);
    assertThat(busy.acquired()).isPositive();
    assertThat(cluster.results(job, 1)).hasSize(1);
  }

  private long position(JobId job) {
    return cluster
        .read(
            BrokerResource.PARTITIONED_SHARDS,
            record -> (job + "/0").equals(record.key()) ? record.offset() : null,
            1)
        .getFirst();
  }

  /** The mode, and as many slots as a meeting needs. */
  public static final class Partitions implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      String channel = "mp.messaging.incoming.shards.";
      return Map.of(
          "transform.consumption",
          "partitions",
          "transform.slots",
          Integer.toString(Meeting.SIZE),
          channel + "topic",
          BrokerResource.PARTITIONED_SHARDS,
          channel + "max.poll.interval.ms",
          Integer.toString(MAX_POLL_INTERVAL_MILLIS),
          channel + "auto.commit.interval.ms",
          "200");
    }
  }
}
