package dev.shardline.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Brokers that are away are no reason to kill the process: neither its start nor its life hang on
 * them, as probes see it.
 */
@QuarkusTest
@TestProfile(StartWithoutBrokersTest.NoBrokers.class)
@SuppressWarnings("NullAway.Init") // injected fields
class StartWithoutBrokersTest {

  @TestHTTPResource("/q/health/started")
  URI started;

  @TestHTTPResource("/q/health/live")
  URI live;

  @TestHTTPResource("/q/health/ready")
  URI ready;

  /** Nothing listens on the port of discard. */
  public static final class NoBrokers implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kafka.bootstrap.servers",
          "127.0.0.1:9",
          "ingest.object-store.directory",
          "target/no-brokers",
          "ingest.drain-timeout",
          "0s");
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @Test
  void hasStartedAndLivesButIsNotReady() throws Exception {
    assertThat(statusOf(started)).isEqualTo(200);
    assertThat(statusOf(live)).isEqualTo(200);
    assertThat(statusOf(ready)).isEqualTo(503);
  }

  private static int statusOf(URI probe) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(probe).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
