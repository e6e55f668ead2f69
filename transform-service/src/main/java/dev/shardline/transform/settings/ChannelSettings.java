package dev.shardline.transform.settings;

import dev.shardline.transform.partition.PartitionShards;
import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives the settings of the messaging channel from {@link TransformSettings}, so that there is
 * one key for each decision: the channel is connected only in the mode that uses it, and its pool
 * has a thread for each slot and waits for them at a stop as long as a drain lasts.
 */
@StaticInitSafe // worker pools are defined before the run-time configuration is
public final class ChannelSettings implements ConfigSourceFactory {

  /** Below application.properties (250), so that every derived key can still be set. */
  private static final int ORDINAL = 240;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Consumption consumption =
        "partitions".equalsIgnoreCase(value(context, "transform.consumption"))
            ? Consumption.PARTITIONS
            : Consumption.QUEUE;
    String group = value(context, "transform.group");
    String channel = "mp.messaging.incoming." + PartitionShards.CHANNEL + ".";
    String pool = "smallrye.messaging.worker." + PartitionShards.POOL + ".";
    Map<String, String> derived =
        Map.of(
            channel + "enabled",
            Boolean.toString(consumption == Consumption.PARTITIONS),
            channel + "group.id",
            group.isEmpty() ? consumption.defaultGroup() : group,
            pool + "max-concurrency",
            Integer.toString(CpuSlots.of(slots(context)).count()),
            pool + "shutdown-timeout",
            Long.toString(drainTimeout(context).toMillis()));
    return List.of(new PropertiesConfigSource(derived, "derived from transform.*", ORDINAL));
  }

  /** What is no number is left to the mapping of the settings, which refuses it. */
  private static OptionalInt slots(ConfigSourceContext context) {
    String configured = value(context, "transform.slots");
    return configured.matches("[0-9]{1,4}")
        ? OptionalInt.of(Integer.parseInt(configured))
        : OptionalInt.empty();
  }

  /** What is no duration is left to the mapping of the settings, which refuses it. */
  private static Duration drainTimeout(ConfigSourceContext context) {
    String configured = value(context, "transform.drain-timeout");
    try {
      return DurationConverter.parseDuration(
          configured.isEmpty() ? TransformSettings.DEFAULT_DRAIN_TIMEOUT : configured);
    } catch (IllegalArgumentException e) {
      return Duration.ZERO;
    }
  }

  private static String value(ConfigSourceContext context, String key) {
    ConfigValue value = context.getValue(key);
    return value == null || value.getValue() == null ? "" : value.getValue();
  }
}
