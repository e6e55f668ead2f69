package dev.shardline.lag.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shardline.broker.BrokerDistribution;
import dev.shardline.broker.BrokerSettings;
import dev.shardline.broker.LocalBroker;
import dev.shardline.broker.LoopbackPorts;
import dev.shardline.lag.ClusterAwayException;
import dev.shardline.lag.Fact;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(
    named = "shardline.test.broker",
    matches = "docker",
    disabledReason = "a container comes back on another port")
class BrokerAwayTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final BrokerDistribution DISTRIBUTION =
      BrokerDistribution.ofBuild(Path.of(System.getProperty("shardline.home", "..")));

  @Test
  @Timeout(300)
  void saysSoInTimeAndReadsOnWithTheSameClientsOnceItIsBack(@TempDir Path directory)
      throws Exception {
    BrokerSettings settings =
        new BrokerSettings(directory, LoopbackPorts.free(), LoopbackPorts.free(), Map.of());
    String address = "127.0.0.1:" + settings.port();
    try (LagScene scene = LagScene.open(address);
        ClusterLagReader reader =
            new ClusterLagReader(Map.of("bootstrap.servers", address), TIMEOUT)) {
      List<WatchedGroup> groups = List.of(scene.consumerGroup(StartPolicy.EARLIEST));
      try (LocalBroker broker = LocalBroker.start(DISTRIBUTION, settings)) {
        assertThat(broker.bootstrapServers()).isEqualTo(address);
        scene.createTopic(2, Map.of());
        scene.write(0, 5);
        scene.consume(Map.of(0, 2, 1, 0));
        LagReading before = reader.read(groups);
        assertThat(before.groups().getFirst().lag()).isEqualTo(Fact.known(3L));
      }

      long asked = System.nanoTime();
      assertThatThrownBy(() -> reader.read(groups))
          .isInstanceOf(ClusterAwayException.class)
          .hasMessageStartingWith("no answer from the brokers");
      // The first call that is not answered ends it; twice the timeout each is the most it waits.
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(TIMEOUT.multipliedBy(5));

      try (LocalBroker _ = LocalBroker.start(DISTRIBUTION, settings)) {
        scene.write(1, 4);
        LagReading after =
            await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(ClusterAwayException.class)
                .until(
                    () -> reader.read(groups),
                    reading -> reading.groups().getFirst().lag().found().isPresent());
        assertThat(after.groups().getFirst().lag()).isEqualTo(Fact.known(7L));
        assertThat(after.groups().getFirst().oldest().found().orElseThrow()).isPresent();
      }
    }
  }
}
