package dev.shardline.transform.worker;

import dev.shardline.transform.shard.PartitionShards;
import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives the settings of the messaging channel from {@link TransformConfig}, so that there is one
 * key for each decision: the channel is connected only in the mode that uses it, and its pool has a
 * thread for each slot.
 */
@StaticInitSafe // worker pools are defined before the run-time configuration is
public final class ChannelSettings implements ConfigSourceFactory {

  /** Below application.properties (250), so that every derived key can still be set. */
  private static final int ORDINAL = 240;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    boolean partitions = "partitions".equalsIgnoreCase(value(context, "transform.consumption"));
    String configured = value(context, "transform.slots");
    int slots =
        Slots.of(
                configured.matches("[0-9]{1,4}")
                    ? OptionalInt.of(Integer.parseInt(configured))
                    : OptionalInt.empty())
            .count();
    return List.of(
        new PropertiesConfigSource(
            Map.of(
                "mp.messaging.incoming." + PartitionShards.CHANNEL + ".enabled",
                Boolean.toString(partitions),
                "smallrye.messaging.worker." + PartitionShards.POOL + ".max-concurrency",
                Integer.toString(slots)),
            "derived from transform.*",
            ORDINAL));
  }

  private static String value(ConfigSourceContext context, String key) {
    ConfigValue value = context.getValue(key);
    return value == null || value.getValue() == null ? "" : value.getValue();
  }
}
