package dev.shardline.cli.topics;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.RequestRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Compares the share group's settings with what Shardline needs of them. */
final class ShareGroupSetup {

  private static final String WHAT = "share group " + ShareGroupLayout.GROUP;

  private final Cluster cluster;

  ShareGroupSetup(Cluster cluster) {
    this.cluster = cluster;
  }

  List<Step> plan() throws InterruptedException {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, ShareGroupLayout.GROUP);
    try {
      Map<ConfigResource, Config> present =
          cluster
              .failure()
              .needing("DESCRIBE_CONFIGS", "group " + ShareGroupLayout.GROUP)
              .await(cluster.admin().describeConfigs(List.of(group)).all());
      return compare(present.getOrDefault(group, new Config(List.of())));
    } catch (RequestRejectedException e) {
      // Brokers before Kafka 4.0 have no settings of groups at all.
      return List.of(
          new Step.Keep(
              WHAT,
              "these brokers have no share groups; run the transform service with"
                  + " transform.consumption=partitions"));
    }
  }

  static List<Step> compare(Config present) {
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<String, String> wanted : ShareGroupLayout.configs().entrySet()) {
      @Nullable ConfigEntry entry = present.get(wanted.getKey());
      // A setting that these brokers do not know cannot be set on them.
      if (entry != null && !isPinned(entry, wanted.getValue())) {
        steps.add(
            new Step.AlterGroup(
                ShareGroupLayout.GROUP, wanted.getKey(), told(entry), wanted.getValue()));
      }
    }
    return steps.isEmpty() ? List.of(new Step.Keep(WHAT, "")) : steps;
  }

  /** A default of the brokers that happens to be right may be another after their next upgrade. */
  private static boolean isPinned(ConfigEntry entry, String value) {
    return entry.source() == ConfigEntry.ConfigSource.DYNAMIC_GROUP_CONFIG
        && value.equals(entry.value());
  }

  private static String told(ConfigEntry entry) {
    return entry.source() == ConfigEntry.ConfigSource.DYNAMIC_GROUP_CONFIG
        ? entry.value()
        : entry.value() + " by default";
  }
}
