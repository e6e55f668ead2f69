package dev.shardline.monitor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is secret, such as the access to Kafka, comes in files, as Kubernetes mounts a Secret. */
class SettingsInFilesTest {

  private static final String KEY = "kafka.sasl.jaas.config";

  @Test
  void areReadByTheirNames(@TempDir Path mounted) throws IOException {
    // A Secret's files are links into a directory that is replaced as a whole.
    Path data = Files.createDirectory(mounted.resolve("..2026_11_26"));
    Files.writeString(data.resolve(KEY), "the password");
    Files.createSymbolicLink(mounted.resolve("..data"), data.getFileName());
    Files.createSymbolicLink(mounted.resolve(KEY), Path.of("..data", KEY));

    assertThat(
            config(mounted + "," + mounted.resolve("not-mounted")).getConfigValue(KEY).getValue())
        .isEqualTo("the password");
  }

  private static SmallRyeConfig config(String locations) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredSources()
        .withDefaultValue("smallrye.config.source.file.locations", locations)
        .build();
  }
}
