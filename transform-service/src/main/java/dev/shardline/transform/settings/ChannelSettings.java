package dev.shardline.transform.settings;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives the settings of the messaging channel from {@link TransformSettings}, so that there is
 * one key for each decision: the channel is connected only in the mode that uses it.
 */
public final class ChannelSettings implements ConfigSourceFactory {

  /** The channel. */
  public static final String CHANNEL = "shards";

  /** Key of how often offsets are committed, in milliseconds. */
  public static final String COMMIT_INTERVAL =
      "mp.messaging.incoming." + CHANNEL + ".auto.commit.interval.ms";

  /** Below application.properties (250), so that every derived key can still be set. */
  private static final int ORDINAL = 240;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Consumption consumption =
        "partitions".equalsIgnoreCase(value(context, "transform.consumption"))
            ? Consumption.PARTITIONS
            : Consumption.QUEUE;
    String group = value(context, "transform.group");
    String channel = "mp.messaging.incoming." + CHANNEL + ".";
    Map<String, String> derived =
        Map.of(
            channel + "enabled",
            Boolean.toString(consumption == Consumption.PARTITIONS),
            channel + "group.id",
            group.isEmpty() ? consumption.defaultGroup() : group);
    return List.of(new PropertiesConfigSource(derived, "derived from transform.*", ORDINAL));
  }

  private static String value(ConfigSourceContext context, String key) {
    ConfigValue value = context.getValue(key);
    return value == null || value.getValue() == null ? "" : value.getValue();
  }
}
