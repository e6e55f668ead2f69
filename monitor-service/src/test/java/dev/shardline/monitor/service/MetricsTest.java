package dev.shardline.monitor.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.metrics.Exposition;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Prometheus finds. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@SuppressWarnings("NullAway.Init") // injected fields
class MetricsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final TestTopics topics = new TestTopics(BrokerResource.address());

  @TestHTTPResource("/q/metrics")
  URI metrics;

  @Test
  void exposesWhatIsDocumentedOnceEverythingIsKnownOfSomeGroup() throws Exception {
    topics.write(Topics.SHARDS, "waiting", "{\"number\": 2500}".getBytes(UTF_8), Map.of());
    topics.write(Topics.SHARDS_DEAD, "dead", new byte[0], letter().headers());
    Map<String, String> documented = Exposition.documented("monitor-service");

    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(Exposition.read(metrics).metrics()).isEqualTo(documented));
  }

  @Test
  void tellsOfAGroupWhetherItIsKnownAndThenOfEachOfItsPartitions() throws Exception {
    String transform = "group=\"shardline-transform\"";
    topics.write(Topics.SHARDS, "waiting", "{\"number\": 2500}".getBytes(UTF_8), Map.of());

    Exposition seen =
        await()
            .atMost(PATIENCE)
            .ignoreExceptions()
            .until(
                () -> Exposition.read(metrics),
                each -> each.sum("shardline_group_oldest_record_age_seconds", transform) > 0);

    assertThat(seen.sum("shardline_group_lag_known", transform)).isEqualTo(1);
    assertThat(seen.sum("shardline_partition_lag_records", transform))
        .isPositive()
        .isEqualTo(seen.sum("shardline_group_lag_records", transform));
    assertThat(age(seen, "min")).isLessThanOrEqualTo(age(seen, "max"));
  }

  private static double age(Exposition seen, String bound) {
    return seen.sum(
        "shardline_group_oldest_record_age_seconds",
        "bound=\"" + bound + "\",group=\"shardline-transform\"");
  }

  private static DeadLetter letter() {
    return new DeadLetter(
        "some/0",
        new RecordPosition(Topics.SHARDS, 0, 7, Instant.now()),
        new Failure(new Reason("INVALID_FIELD"), "number: expected an integer"),
        1,
        Instant.now(),
        "worker-1");
  }
}
