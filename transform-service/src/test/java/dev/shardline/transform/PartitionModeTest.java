package dev.shardline.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.cancellation.Cancellation;
import dev.shardline.contracts.cancellation.CancellationCodec;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.metrics.Exposition;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.worker.WorkerStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The service on a classic consumer group. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@TestProfile(PartitionModeTest.Partitions.class)
@SuppressWarnings("NullAway.Init") // injected fields
class PartitionModeTest {

  private static final int MAX_POLL_INTERVAL_MILLIS = 3000;

  private static final String GROUP = "shardline-transform-partitions";

  private static final String METER = "shardline_shards_";

  /** Several times what is polled and held in memory. */
  private static final int MANY = 4000;

  @TestHTTPResource("/q/metrics")
  URI metrics;

  @TestHTTPResource("/q/health/ready")
  URI readiness;

  @TestHTTPResource("/q/health/live")
  URI liveness;

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
    awaitCommitted(end);
  }

  @Test
  void computesAShardOnceThatOutlastsThePollInterval() throws Exception {
    long millis = 3L * MAX_POLL_INTERVAL_MILLIS;

    assertThat(shards.compute("nap", Output.SUMMARY, millis)).hasSize(1);

    assertThat(Nap.starts(millis)).isEqualTo(1);
  }

  @Test
  void pollsOnWhileLongShardsHoldUpMoreThanItHolds() throws Exception {
    Exposition before = atRest();
    long millis = 2L * MAX_POLL_INTERVAL_MILLIS;
    JobId waiting = shards.submit("nap", Output.SUMMARY, millis, millis + 1, millis + 2);
    JobId behind = shards.submit(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, tiny());

    assertThat(cluster.results(waiting, Meeting.SIZE)).hasSize(Meeting.SIZE);
    assertThat(cluster.results(behind, MANY)).hasSize(MANY);
    Exposition after = atRest();
    assertThat(after.sum(METER + "acquired_total") - before.sum(METER + "acquired_total"))
        .as("a worker that does not poll loses its partition, and begins anew")
        .isEqualTo(MANY + Meeting.SIZE);
  }

  @Test
  void aLongShardHoldsUpNoneOfItsPartition() throws Exception {
    JobId waiting = shards.submit("gate", Output.SUMMARY, 21);
    Gate.awaitArrival();

    assertThat(shards.compute(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, tiny())).hasSize(MANY);

    Gate.letOnePass();
    assertThat(cluster.results(waiting, 1)).hasSize(1);
    awaitCommitted(position(waiting) + MANY + 1);
  }

  @Test
  void computesAShardInParts() throws Exception {
    ShardResult whole = shards.answer("{\"number\": 100000}");
    ShardResult parts = shards.answer("{\"number\": 100000, \"parts\": 4}");

    assertThat(((ShardResult.Done) parts).value()).isEqualTo(((ShardResult.Done) whole).value());
    Exposition after = atRest();
    assertThat(after.sum(METER + "moved_total"))
        .as("its own record and its parts")
        .isGreaterThanOrEqualTo(5);
  }

  @Test
  void endsAShardAtItsTimeLimitAndGoesOn() throws Exception {
    assertThat(shards.answer("{\"number\": 5, \"transform\": \"endless\", \"timeLimitMs\": 200}"))
        .isInstanceOfSatisfying(
            ShardResult.Failed.class,
            failed -> assertThat(failed.failure().reason()).isEqualTo(Reason.DEADLINE));
    Endless.awaitBegin();

    assertThat(shards.compute(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, 8)).hasSize(1);
  }

  @Test
  void stopsAShardWhoseJobIsCancelledWhileItRuns() throws Exception {
    JobId job = shards.submit("endless", Output.SUMMARY, 5);
    Endless.awaitBegin();

    cluster.send(
        List.of(
            new ProducerRecord<>(
                Topics.CANCELLATIONS,
                job.toString(),
                CancellationCodec.encode(new Cancellation(job)))));

    assertThat(cluster.results(job, 1)).singleElement().isInstanceOf(ShardResult.Cancelled.class);
  }

  @Test
  void keepsTheRecordOfABadShardAsItCame() throws Exception {
    ProducerRecord<String, byte[]> bad =
        new ProducerRecord<>(BrokerResource.PARTITIONED_SHARDS, "a-key", "no JSON".getBytes(UTF_8));
    bad.headers().add("trace", "abc".getBytes(UTF_8));
    ShardId id =
        ShardId.single(Shards.position(cluster.send(List.of(bad)).getFirst()).derivedJobId());

    ConsumerRecord<String, byte[]> letter =
        cluster
            .read(
                Topics.SHARDS_DEAD,
                dead ->
                    id.key().equals(text(dead.headers().lastHeader(DeadLetter.ID))) ? dead : null,
                1)
            .getFirst();

    assertThat(letter.key()).isEqualTo("a-key");
    assertThat(letter.value()).isEqualTo("no JSON".getBytes(UTF_8));
    assertThat(letter.headers())
        .extracting(Header::key)
        .filteredOn(name -> !name.startsWith("shardline-"))
        .containsExactly("trace");
  }

  @Test
  void accountsForEveryRecord() throws Exception {
    Exposition before = atRest();
    shards.compute(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, tiny());
    shards.answer("no JSON");

    Exposition after = atRest();

    assertThat(after.sum(METER + "answered_total", "DONE"))
        .isEqualTo(before.sum(METER + "answered_total", "DONE") + MANY);
    assertThat(after.sum(METER + "acquired_total"))
        .isEqualTo(before.sum(METER + "acquired_total") + MANY + 1)
        .isEqualTo(
            after.sum(METER + "answered_total")
                + after.sum(METER + "moved_total")
                + after.sum(METER + "given_back_total")
                + after.sum(METER + "lost_total"));
  }

  @Test
  void isReadyWhileItTakesShards() throws Exception {
    shards.compute(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, 8);

    try (HttpClient client = HttpClient.newHttpClient()) {
      for (URI health : List.of(readiness, liveness)) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).as("the channel").contains("SmallRye Reactive Messaging");
      }
    }
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

  /** What is counted once nothing is held any more. */
  private Exposition atRest() {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Exposition.read(metrics), seen -> seen.sum(METER + "held") == 0);
  }

  private void awaitCommitted(long offset) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> cluster.committed(GROUP, BrokerResource.PARTITIONED_SHARDS) >= offset);
  }

  private static long[] tiny() {
    return LongStream.range(0, MANY).map(i -> i % 10).toArray();
  }

  private static @Nullable String text(@Nullable Header header) {
    return header == null ? null : new String(header.value(), UTF_8);
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
