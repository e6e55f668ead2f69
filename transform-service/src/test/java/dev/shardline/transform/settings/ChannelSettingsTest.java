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
  private static final String POOL_SIZE =
      "smallrye.messaging.worker.transform-slots.max-concurrency";
  private static final String STOP_WITHIN =
      "smallrye.messaging.worker.transform-slots.shutdown-timeout";

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
  void hasAThreadForEachSlot() throws IOException {
    assertThat(config(Map.of("transform.slots", "7")).getValue(POOL_SIZE, Integer.class))
        .isEqualTo(7);
    assertThat(config(Map.of()).getValue(POOL_SIZE, Integer.class))
        .isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void waitsForRunningShardsAsLongAsADrainLasts() throws IOException {
    assertThat(config(Map.of()).getValue(STOP_WITHIN, Long.class)).isEqualTo(25_000);
    assertThat(config(Map.of("transform.drain-timeout", "2m")).getValue(STOP_WITHIN, Long.class))
        .isEqualTo(120_000);
  }

  @Test
  void leavesWhatIsNoDurationToBeRefusedByItsName() throws IOException {
    assertThat(config(Map.of("transform.drain-timeout", "long")).getValue(STOP_WITHIN, Long.class))
        .isZero();
  }

  @Test
  void leavesWhatIsNoNumberOfSlotsToBeRefusedByItsName() throws IOException {
    assertThat(config(Map.of("transform.slots", "many")).getValue(POOL_SIZE, Integer.class))
        .isPositive();
  }

  @Test
  void leavesTheLastWordToKeysThatAreSet() throws IOException {
    assertThat(config(Map.of(POOL_SIZE, "3")).getValue(POOL_SIZE, Integer.class)).isEqualTo(3);
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
