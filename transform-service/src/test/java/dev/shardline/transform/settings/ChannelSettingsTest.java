package dev.shardline.transform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChannelSettingsTest {

  private static final String ENABLED = "mp.messaging.incoming.shards.enabled";
  private static final String GROUP = "mp.messaging.incoming.shards.group.id";

  @Test
  void connectsNoChannelToAQueue() throws IOException {
    assertThat(config(Map.of()).getValue(ENABLED, String.class)).isEqualTo("false");
    assertThat(config(Map.of("transform.consumption", "queue")).getValue(ENABLED, String.class))
        .isEqualTo("false");
  }

  @Test
  void connectsTheChannelToPartitions() throws IOException {
    SmallRyeConfig config = config(Map.of("transform.consumption", "partitions"));

    assertThat(config.getValue(ENABLED, String.class)).isEqualTo("true");
  }

  @Test
  void keepsTheGroupOfPartitionsApartFromTheShareGroup() throws IOException {
    SmallRyeConfig config = config(Map.of("transform.consumption", "partitions"));

    assertThat(config.getValue(GROUP, String.class)).isEqualTo("shardline-transform-partitions");
  }

  @Test
  void takesTheConfiguredGroup() throws IOException {
    SmallRyeConfig config =
        config(Map.of("transform.consumption", "partitions", "transform.group", "ours"));

    assertThat(config.getValue(GROUP, String.class)).isEqualTo("ours");
  }

  @Test
  void leavesTheLastWordToKeysThatAreSet() throws IOException {
    assertThat(config(Map.of(GROUP, "theirs")).getValue(GROUP, String.class)).isEqualTo("theirs");
  }

  @Test
  void hasACommitIntervalThatCanBeChanged() throws IOException {
    assertThat(config(Map.of()).getValue(ChannelSettings.COMMIT_INTERVAL, Long.class))
        .isEqualTo(5000);
    assertThat(
            config(Map.of(ChannelSettings.COMMIT_INTERVAL, "200"))
                .getValue(ChannelSettings.COMMIT_INTERVAL, Long.class))
        .isEqualTo(200);
  }

  private static SmallRyeConfig config(Map<String, String> values) throws IOException {
    URL defaults =
        Objects.requireNonNull(ChannelSettings.class.getResource("/application.properties"));
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(
            new PropertiesConfigSource(defaults, 250),
            new PropertiesConfigSource(values, "test", 900))
        .withSources(new ChannelSettings())
        .build();
  }
}
