package dev.shardline.monitor.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.broker.LocalBroker;
import dev.shardline.broker.LoopbackPorts;
import dev.shardline.contracts.Topics;
import dev.shardline.monitor.page.Chromium;
import dev.shardline.monitor.page.InChromium;
import dev.shardline.monitor.page.OpenPage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(AwayBroker.class)
@ExtendWith(InChromium.class)
@DisabledIfSystemProperty(
    named = "shardline.test.broker",
    matches = "docker",
    disabledReason = "a container comes back on another port")
class MonitorPageAwayTest {

  private static final byte[] SHARD = "{\"number\": 2500}".getBytes(UTF_8);
  private static final String LAG = "[data-group='shardline-transform'] [data-field=lag]";

  @SuppressWarnings("NullAway.Init") // set before each test
  @TestHTTPResource
  URI service;

  @Test
  void saysThatTheBrokerIsAwayAndGoesOnOnceItIsBack(@TempDir Path directory) throws Exception {
    int controllerPort = LoopbackPorts.free();
    try (Chromium chromium = new Chromium();
        OpenPage page = OpenPage.at(service, chromium)) {
      page.isOld();
      // The page may be there before the first reading has failed.
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() ->
              assertThat(page.text("[role=alert]")).contains("cannot reach the Kafka cluster"));

      try (LocalBroker broker = AwayBroker.start(directory, controllerPort)) {
        TestTopics topics = new TestTopics(broker.bootstrapServers());
        topics.createAll();
        write(topics, 3);
        page.isLive();
        page.reads(LAG, "3");
      }

      page.isOld();
      page.reads(LAG, "unknown");
      assertThat(page.text("[role=alert]"))
          .contains("These figures are old", "cannot reach the Kafka cluster: no answer");
      assertThat(page.text("[data-node=shards] .now")).contains("unknown", "lag was last read");

      try (LocalBroker broker = AwayBroker.start(directory, controllerPort)) {
        write(new TestTopics(broker.bootstrapServers()), 2);
        page.isLive();
        page.reads(LAG, "5");
        assertThat(page.text("[role=alert]")).isEmpty();
        assertThat(page.complaints()).isEmpty();
      }
    }
  }

  private static void write(TestTopics topics, int shards) {
    for (int i = 0; i < shards; i++) {
      topics.write(Topics.SHARDS, "k" + i, SHARD, Map.of());
    }
  }
}
