package dev.shardline.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.cancellation.Cancellation;
import dev.shardline.contracts.cancellation.CancellationCodec;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.metrics.Exposition;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What Prometheus finds after work of every kind. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@TestProfile(MetricsTest.Counted.class)
@SuppressWarnings("NullAway.Init") // injected fields
class MetricsTest {

  private static final String SHARDS = "shardline_shards_";

  private static final long SEED = System.nanoTime();

  /** Enough of them that many are acquired at a time. */
  private static final int TINY = 2000;

  @TestHTTPResource("/q/metrics")
  URI metrics;

  private final KafkaCluster cluster = new KafkaCluster();
  private final Shards shards = new Shards(cluster, Topics.SHARDS);
  // Beside these, there may be copies that a service before this one left to wait.
  private int done;
  private int failed;

  @Test
  void accountsForEveryRecordAndExposesWhatIsDocumented() throws Exception {
    tinyShardsAround(600, 1500);
    work(RandomGeneratorFactory.getDefault().create(SEED));
    cancelOne();

    Exposition end =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> Exposition.read(metrics), seen -> seen.sum(SHARDS + "held") == 0);

    assertThat(end.sum(SHARDS + "acquired_total"))
        .as("seed %d", SEED)
        .isEqualTo(
            end.sum(SHARDS + "answered_total")
                + end.sum(SHARDS + "moved_total")
                + end.sum(SHARDS + "given_back_total")
                + end.sum(SHARDS + "lost_total"));
    assertThat(end.sum(SHARDS + "answered_total", "DONE")).isGreaterThanOrEqualTo(done);
    assertThat(end.sum(SHARDS + "answered_total", "FAILED")).isGreaterThanOrEqualTo(failed);
    assertThat(end.sum(SHARDS + "failures_total"))
        .isEqualTo(end.sum(SHARDS + "answered_total", "FAILED"));
    assertThat(end.sum(SHARDS + "answered_total", "CANCELLED")).isEqualTo(1);
    assertThat(end.sum(SHARDS + "moved_total")).isPositive();
    assertThat(end.sum(SHARDS + "repeated_total"))
        .isGreaterThanOrEqualTo(end.sum(SHARDS + "moved_total"));
    assertThat(end.sum(SHARDS + "given_back_total")).isPositive();
    assertThat(end.sum("shardline_shard_publish_seconds_count"))
        .isGreaterThanOrEqualTo(done + failed + 1);
    assertThat(end.sum("shardline_shard_compute_seconds_count"))
        .isEqualTo(end.sum("shardline_shard_wait_seconds_count"));
    assertThat(
            end.sum("shardline_shard_compute_seconds_bucket", "le=\"1.0\",transform=\"nap\"")
                + end.sum("shardline_shard_compute_seconds_bucket", "transform=\"nap\",le=\"1.0\""))
        .isZero();

    assertThat(end.metrics()).isEqualTo(Exposition.documented("transform-service"));
  }

  /** What is acquired with the long one is given back. */
  private void tinyShardsAround(int more, long millis) throws InterruptedException {
    JobId tiny = shards.submit(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, numbers(TINY));
    cluster.results(tiny, TINY);
    JobId first = shards.submit("nap", Output.SUMMARY, millis, millis + 1);
    JobId behind = shards.submit(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, numbers(more));
    cluster.results(first, 2);
    cluster.results(behind, more);
    done += TINY + 2 + more;
  }

  private void work(RandomGenerator random) throws InterruptedException {
    for (int i = 0; i < 40; i++) {
      switch (random.nextInt(4)) {
        case 0 -> fail("no JSON");
        case 1 -> fail("{\"number\": 1, \"transform\": \"unheard-of\"}");
        case 2 -> compute("flaky", 100_000 + i);
        default -> compute(Shard.DEFAULT_TRANSFORM, random.nextLong(100));
      }
    }
    compute("flaky", 200_000);
    fail("no JSON");
  }

  private void compute(String transform, long number) throws InterruptedException {
    shards.compute(transform, Output.SUMMARY, number);
    done++;
  }

  private void fail(String value) throws InterruptedException {
    shards.answer(value);
    failed++;
  }

  private void cancelOne() throws InterruptedException {
    JobId job = shards.submit("endless", Output.SUMMARY, 5);
    Endless.awaitBegin();
    cluster.send(
        List.of(
            new ProducerRecord<>(
                Topics.CANCELLATIONS,
                job.toString(),
                CancellationCodec.encode(new Cancellation(job)))));
    cluster.results(job, 1);
  }

  private static long[] numbers(int count) {
    return LongStream.range(0, count).map(i -> i % 10).toArray();
  }

  /** A service whose counters begin here, and whose shards no other test's worker takes. */
  public static final class Counted implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "transform.worker-id", "counted-worker",
          "transform.slots", "1",
          "transform.retry.initial-delay", "10ms");
    }
  }
}
