package dev.shardline.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.source.http.RawServer;
import dev.shardline.ingest.source.http.SourceServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A fetch that takes twice as long as Kafka lets a consumer go without polling, as one of an hour
 * does by default.
 */
@QuarkusTest
@TestProfile(LongFetchTest.ShortPollInterval.class)
@SuppressWarnings("NullAway.Init") // injected fields
class LongFetchTest {

  private static final Duration POLL_INTERVAL = Duration.ofSeconds(6);
  private static final Duration FETCH = POLL_INTERVAL.multipliedBy(2);

  @TestHTTPResource("/q/health/live")
  URI liveness;

  private ServiceClient client;
  private SourceServer server;

  /** The broker's default is 5 min. */
  public static final class ShortPollInterval implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "mp.messaging.incoming.source-requests.max.poll.interval.ms",
          Long.toString(POLL_INTERVAL.toMillis()),
          "mp.messaging.incoming.source-requests.auto.commit.interval.ms",
          "100",
          "ingest.http.read-timeout",
          "30s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(ServiceWithItsOwnBroker.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  @BeforeEach
  void connect() throws IOException {
    client = new ServiceClient();
    server = new SourceServer();
    server.on("/good", 200, "abc");
  }

  @AfterEach
  void disconnect() {
    client.close();
    server.close();
  }

  @Test
  void keepsItsPartitionAndItsLivenessAndDelaysNobody() throws Exception {
    client.outcome(client.request("first", server.uri("/good"), ""));
    String member = groupMember();
    try (RawServer slow = RawServer.answeringAfter(FETCH)) {
      SourceId slowId = client.request("slow", slow.uri(), "");
      SourceId goodId = client.request("good", server.uri("/good"), "");

      Instant answered = client.outcome(goodId).fetch().finishedAt();
      assertThat(statusOf(liveness)).isEqualTo(200);
      SourceOutcome slowOutcome = client.outcome(slowId);

      assertThat(slowOutcome).isInstanceOf(SourceOutcome.Ingested.class);
      assertThat(slowOutcome.fetch().attempts()).isEqualTo(1);
      assertThat(slowOutcome.fetch().duration()).isGreaterThanOrEqualTo(FETCH);
      assertThat(slowOutcome.fetch().finishedAt()).isAfter(answered);
    }

    assertThat(statusOf(liveness)).isEqualTo(200);
    assertThat(groupMember()).as("it was never taken for dead").isEqualTo(member);
    client.outcome(client.request("last", server.uri("/good"), ""));
    await().untilAsserted(() -> assertThat(committed()).isEqualTo(4));
  }

  private static int statusOf(URI uri) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static String groupMember() throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      ConsumerGroupDescription group =
          admin
              .describeConsumerGroups(List.of("shardline-ingest"))
              .all()
              .get()
              .values()
              .iterator()
              .next();
      assertThat(group.members()).hasSize(1);
      return group.members().iterator().next().consumerId();
    }
  }

  /** How many requests are known to be answered. */
  private static long committed() throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      return admin
          .listConsumerGroupOffsets("shardline-ingest")
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .iterator()
          .next()
          .offset();
    }
  }

  private static Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            ConfigProvider.getConfig().getValue("test.bootstrap.servers", String.class)));
  }
}
