package dev.shardline.lag.cluster;

import dev.shardline.lag.StartPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.jspecify.annotations.Nullable;

/** What brokers are told of share groups. It hardly ever changes, so it is not always read anew. */
final class ShareGroupSettings {

  private static final Duration KEPT = Duration.ofSeconds(30);

  private final AdminCalls admin;
  private Map<String, Setting> known = Map.of();
  private long readAt;

  ShareGroupSettings(AdminCalls admin) {
    this.admin = admin;
  }

  /** A group's. */
  record Setting(StartPolicy start, boolean readCommitted) {

    static final Setting UNKNOWN = new Setting(StartPolicy.UNKNOWN, false);

    private static Setting of(Config config) {
      return new Setting(
          start(value(config, "share.auto.offset.reset")),
          "read_committed".equals(value(config, "share.isolation.level")));
    }

    private static StartPolicy start(String reset) {
      return switch (reset) {
        case "earliest" -> StartPolicy.EARLIEST;
        case "latest" -> StartPolicy.LATEST;
        default -> StartPolicy.UNKNOWN;
      };
    }

    private static String value(Config config, String key) {
      @Nullable ConfigEntry entry = config.get(key);
      return entry == null || entry.value() == null ? "" : entry.value();
    }
  }

  /** By group id; a group that is missing cannot be read. */
  Map<String, Setting> of(List<String> groups) throws InterruptedException {
    long now = System.nanoTime();
    if (!known.keySet().containsAll(groups) || now - readAt > KEPT.toNanos()) {
      known = read(groups);
      readAt = now;
    }
    return known;
  }

  private Map<String, Setting> read(List<String> groups) throws InterruptedException {
    List<ConfigResource> resources =
        groups.stream().map(name -> new ConfigResource(ConfigResource.Type.GROUP, name)).toList();
    var answers = admin.call().describeConfigs(resources).values();
    Map<String, Setting> settings = new HashMap<>();
    for (ConfigResource resource : resources) {
      var answer = answers.get(resource);
      try {
        if (answer != null) {
          settings.put(resource.name(), Setting.of(admin.await(answer)));
        }
      } catch (ApiException e) {
        settings.put(resource.name(), Setting.UNKNOWN);
      }
    }
    return settings;
  }
}
