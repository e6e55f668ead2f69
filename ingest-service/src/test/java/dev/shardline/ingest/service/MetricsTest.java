package dev.shardline.ingest.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.metrics.Exposition;
import dev.shardline.ingest.source.http.SourceServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What Prometheus finds. */
@SuppressWarnings("NullAway.Init") // injected fields
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class MetricsTest {

  @TestHTTPResource("/q/metrics")
  URI metrics;

  @Test
  void countsEachSourceInBaseUnits() throws IOException {
    try (ServiceClient client = new ServiceClient();
        SourceServer server = new SourceServer()) {
      server.on("/good", 200, "abc");
      server.on("/bad", 503, "");
      client.outcome(client.request("metered", server.uri("/good"), ""));
      client.outcome(client.request("metered", server.uri("/bad"), ""));

      // They are counted after the outcome that was waited for.
      Awaitility.await()
          .untilAsserted(() ->
              assertThat(get(metrics).lines())
                  .contains(
                      "shardline_ingest_attempts_total{source=\"metered\"} 4.0",
                      "shardline_ingest_bytes_total{source=\"metered\"} 3.0",
                      "shardline_ingest_fetch_seconds_count{source=\"metered\"} 2.0",
                      "shardline_ingest_outcomes_total{source=\"metered\",status=\"INGESTED\"} 1.0",
                      "shardline_ingest_outcomes_total{source=\"metered\",status=\"FAILED\"} 1.0",
                      "shardline_ingest_failures_total{reason=\"HTTP_STATUS\",source=\"metered\"} 1.0")
                  .anyMatch(line -> line.startsWith("shardline_ingest_fetch_seconds_sum"))
                  .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"))
                  .noneMatch(line -> line.startsWith("kafka_")));
    }
  }

  @Test
  void accountsForEveryRequestAndExposesWhatIsDocumented() throws Exception {
    try (ServiceClient client = new ServiceClient();
        SourceServer server = new SourceServer()) {
      server.on("/good", 200, "abc");
      server.on("/bad", 503, "");
      client.outcome(client.request("accounted", server.uri("/good"), ""));
      client.outcome(client.request("accounted", server.uri("/bad"), ""));
      client.deadLetter(client.send("no JSON"));

      Exposition end =
          Awaitility.await()
              .until(
                  () -> Exposition.read(metrics),
                  seen ->
                      seen.sum("shardline_ingest_requests_held") == 0
                          && seen.sum("shardline_ingest_failures_total") >= 2);

      assertThat(end.sum("shardline_ingest_requests_taken_total"))
          .isGreaterThanOrEqualTo(3)
          .isEqualTo(end.sum("shardline_ingest_outcomes_total"))
          .isEqualTo(end.sum("shardline_ingest_publish_seconds_count"));
      assertThat(end.sum("shardline_ingest_outcomes_total", "FAILED"))
          .isEqualTo(end.sum("shardline_ingest_failures_total"));
      assertThat(end.metrics()).isEqualTo(Exposition.documented("ingest-service"));
    }
  }

  private static String get(URI uri) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString(UTF_8))
          .body();
    }
  }
}
