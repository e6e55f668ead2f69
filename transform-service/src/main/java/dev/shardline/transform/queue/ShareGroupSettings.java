package dev.shardline.transform.queue;

import dev.shardline.worker.access.KafkaAccess;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** What the brokers say of the share group. Thread-safe. */
final class ShareGroupSettings {

  private static final System.Logger LOG = System.getLogger(ShareGroupSettings.class.getName());

  private static final String DELIVERY_LIMIT = "share.delivery.count.limit";
  private static final String FIRST_OFFSET = "share.auto.offset.reset";
  private static final String RENEWAL = "share.renew.acknowledge.enable";

  private static final long WITHIN_SECONDS = 30;

  private final String group;

  ShareGroupSettings(String group) {
    this.group = group;
  }

  /**
   * After how many deliveries a record is archived in silence; empty if the brokers do not tell.
   * Logs what is set in a way that loses shards.
   *
   * @param connection how to reach the brokers
   */
  OptionalInt deliveryLimit(Map<String, Object> connection) throws InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
    try (Admin admin = Admin.create(connection)) {
      Config config =
          admin
              .describeConfigs(List.of(resource))
              .all()
              .get(WITHIN_SECONDS, TimeUnit.SECONDS)
              .getOrDefault(resource, new Config(List.of()));
      check(config);
      String limit = value(config, DELIVERY_LIMIT);
      return limit == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(limit));
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(
          Level.WARNING,
          "The settings of share group %s cannot be read, the defaults are taken for true: %s"
              .formatted(group, KafkaAccess.told(e, "DESCRIBE_CONFIGS on group " + group)));
      return OptionalInt.empty();
    }
  }

  private void check(Config config) {
    String first = value(config, FIRST_OFFSET);
    if (first != null && !first.equals("earliest")) {
      LOG.log(
          Level.WARNING,
          "Share group %s has %s=%s: shards that were published before its first member came are skipped. \"shardline topics\" sets it to earliest"
              .formatted(group, FIRST_OFFSET, first));
    }
    if ("false".equals(value(config, RENEWAL))) {
      LOG.log(
          Level.WARNING,
          "Share group %s has %s=false: shards that take longer than a lock may be computed more than once. \"shardline topics\" sets it to true"
              .formatted(group, RENEWAL));
    }
  }

  private static @Nullable String value(Config config, String key) {
    ConfigEntry entry = config.get(key);
    return entry == null ? null : entry.value();
  }
}
