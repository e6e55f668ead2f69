package dev.shardline.transform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.cancellation.Cancellation;
import dev.shardline.contracts.cancellation.CancellationCodec;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.transform.factorial.FactorialSum;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** The service on a share group. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@SuppressWarnings("NullAway.Init") // injected fields
class QueueModeTest {

  @TestHTTPResource("/q/health/ready")
  URI readiness;

  @TestHTTPResource("/q/health/live")
  URI liveness;

  private final KafkaCluster cluster = new KafkaCluster();
  private final Shards shards = new Shards(cluster, Topics.SHARDS);

  @Test
  void computesTheReferenceInputs() throws Exception {
    List<ShardResult.Done> results =
        shards.compute(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, 2500, 2600, 2700, 2800);

    assertThat(results)
        .extracting(result -> result.value().digits())
        .containsExactly(7408L, 7749L, 8091L, 8435L);
    assertThat(results)
        .allSatisfy(result -> {
          assertThat(result.value().decimal()).isNull();
          assertThat(result.execution().worker()).isEqualTo("worker-under-test");
          assertThat(result.execution().attempt()).isPositive();
        });
  }

  @Test
  void computesARecordTypedByHand() throws Exception {
    assertThat(shards.answer("{\"number\": 2500}"))
        .isInstanceOfSatisfying(
            ShardResult.Done.class, done -> assertThat(done.value().digits()).isEqualTo(7408));
  }

  @Test
  void putsFewDecimalsIntoTheResult() throws Exception {
    assertThat(shards.compute(Shard.DEFAULT_TRANSFORM, Output.DECIMAL, 8))
        .extracting(done -> done.value().decimal())
        .containsExactly(new DecimalText.Inline("5913"));
  }

  @Test
  void putsManyDecimalsIntoTheObjectStore() throws Exception {
    DecimalText decimal =
        shards
            .compute(Shard.DEFAULT_TRANSFORM, Output.DECIMAL, 20_000)
            .getFirst()
            .value()
            .decimal();

    assertThat(decimal)
        .isInstanceOfSatisfying(
            DecimalText.Reference.class,
            reference ->
                assertThat(Path.of(reference.uri()))
                    .content(US_ASCII)
                    .isEqualTo(FactorialSum.of(20_000, () -> {}).toString()));
  }

  @Test
  void computesAShardOnceThatOutlastsItsLock() throws Exception {
    long millis = BrokerResource.LOCK.multipliedBy(3).toMillis() + 500;

    List<ShardResult.Done> results = shards.compute("nap", Output.SUMMARY, millis);

    assertThat(results).extracting(done -> done.execution().attempt()).containsExactly(1);
    assertThat(results.getFirst().execution().computed().toMillis()).isGreaterThanOrEqualTo(millis);
    assertThat(Nap.starts(millis)).isEqualTo(1);
  }

  @Test
  void triesAgainWhatFailedForNow() throws Exception {
    assertThat(shards.compute("flaky", Output.SUMMARY, 4711))
        .extracting(done -> done.execution().attempt())
        .containsExactly(2);
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
    JobId job = JobId.create();
    submitEndless(job);
    Endless.awaitBegin();

    cancel(job);

    assertThat(cluster.results(job, 1)).singleElement().isInstanceOf(ShardResult.Cancelled.class);
  }

  @Test
  void beginsNoShardOfAJobThatWasCancelledBefore() throws Exception {
    JobId job = JobId.create();
    JobId marker = JobId.create();
    cancel(job);
    // Once this one is stopped, the service knows the other, too.
    submitEndless(marker);
    Endless.awaitBegin();
    cancel(marker);
    cluster.results(marker, 1);

    submitEndless(job);

    assertThat(cluster.results(job, 1)).singleElement().isInstanceOf(ShardResult.Cancelled.class);
    assertThat(Endless.hasBegunAnother()).isFalse();
  }

  private void cancel(JobId job) throws InterruptedException {
    send(Topics.CANCELLATIONS, job, CancellationCodec.encode(new Cancellation(job)));
  }

  private void submitEndless(JobId job) throws InterruptedException {
    Shard shard = new Shard(ShardId.single(job), 5, "endless", Output.SUMMARY);
    send(Topics.SHARDS, job, ShardCodec.encode(shard));
  }

  private void send(String topic, JobId key, byte[] value) throws InterruptedException {
    cluster.send(List.of(new ProducerRecord<>(topic, key.toString(), value)));
  }

  @Test
  void isReadyWhileItTakesShards() throws Exception {
    HttpResponse<String> ready = get(readiness);

    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("shards are taken");
    assertThat(get(liveness).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
