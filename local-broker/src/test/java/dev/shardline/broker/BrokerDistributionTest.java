package dev.shardline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerDistributionTest {

  @TempDir private Path directory;

  @Test
  void tellsItsVersion() throws IOException {
    Files.createFile(directory.resolve("kafka-clients-4.4.1.jar"));
    Files.createFile(directory.resolve("kafka_2.13-4.4.0.jar"));

    assertThat(new BrokerDistribution(directory).version()).isEqualTo("4.4.0");
  }

  @Test
  void refusesToTellAVersionWithoutAServer() {
    assertThatThrownBy(() -> new BrokerDistribution(directory).version())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no Kafka server's jar in " + directory);
  }
}
