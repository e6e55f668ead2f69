package dev.shardline.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSettingsTest {

  @TempDir private Path directory;

  @Test
  void readsPropertiesAndShowsNoneOfTheirValues() throws IOException {
    Path file =
        Files.writeString(directory.resolve("client.properties"), "sasl.jaas.config=secret");

    ClusterSettings settings = ClusterSettings.of("host-1:9092, [::1]:9093", file);

    assertThat(settings.properties()).containsEntry("sasl.jaas.config", "secret");
    assertThat(settings.toString()).contains("sasl.jaas.config").doesNotContain("secret");
  }

  @Test
  void namesTheFileThatIsNotThere() {
    assertThatThrownBy(() -> ClusterSettings.of("host:9092", directory.resolve("none")))
        .isInstanceOf(ClusterSettingsException.class)
        .hasMessage("--command-config " + directory.resolve("none") + ": there is no such file");
  }

  @Test
  void refusesAFileThatIsNotText() throws IOException {
    Path file = Files.write(directory.resolve("key.der"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> ClusterSettings.of("host:9092", file))
        .hasMessage("--command-config " + file + ": expected Java properties in UTF-8");
  }

  @Test
  void refusesADirectory() {
    assertThatThrownBy(() -> ClusterSettings.of("host:9092", directory))
        .hasMessage("--command-config " + directory + ": it cannot be read (IOException)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host", "host:", "host:port", "host:9092,", "a b:1"})
  void refusesAnAddressThatIsNotHostAndPort(String address) {
    assertThatThrownBy(() -> ClusterSettings.of(address))
        .isInstanceOf(ClusterSettingsException.class)
        .hasMessageStartingWith("--bootstrap-server: expected HOST:PORT");
  }
}
