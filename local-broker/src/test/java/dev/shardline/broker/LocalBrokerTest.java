package dev.shardline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {

  private static final BrokerDistribution DISTRIBUTION =
      BrokerDistribution.ofBuild(Path.of(System.getProperty("shardline.home", "..")));

  @Test
  void keepsItsTopicsOverARestart(@TempDir Path directory) throws Exception {
    BrokerSettings settings =
        new BrokerSettings(directory, LoopbackPorts.free(), LoopbackPorts.free(), Map.of());
    try (LocalBroker broker = LocalBroker.start(DISTRIBUTION, settings);
        Admin admin = admin(broker)) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    try (LocalBroker broker = LocalBroker.start(DISTRIBUTION, settings);
        Admin admin = admin(broker)) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void saysWhatTheBrokerSaidWhenItsPortIsTaken(@TempDir Path directory) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      BrokerSettings settings =
          new BrokerSettings(directory, LoopbackPorts.free(), taken.getLocalPort(), Map.of());

      assertThatThrownBy(() -> LocalBroker.start(DISTRIBUTION, settings))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("exit code")
          .hasMessageContaining("Address already in use");
    }
  }

  private static Admin admin(LocalBroker broker) {
    Properties properties = new Properties();
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    return Admin.create(properties);
  }
}
