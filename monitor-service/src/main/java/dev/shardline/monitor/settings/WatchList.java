package dev.shardline.monitor.settings;

import dev.shardline.lag.WatchedGroup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which groups are watched, and whose members tell what they hold. */
public final class WatchList {

  private WatchList() {}

  /** In the order of their names. */
  public static List<WatchedGroup> groups(MonitorSettings settings) {
    return new TreeMap<>(settings.groups())
        .entrySet().stream().map(entry -> group(entry.getKey(), entry.getValue())).toList();
  }

  /** The services of groups, by group. */
  public static Map<String, String> services(MonitorSettings settings) {
    Map<String, String> services = new TreeMap<>();
    settings
        .groups()
        .forEach((name, group) -> group.service().ifPresent(each -> services.put(name, each)));
    return services;
  }

  private static WatchedGroup group(String name, MonitorSettings.Group group) {
    return new WatchedGroup(
        name, group.kind(), group.topics().orElse(List.of()), group.start(), group.readCommitted());
  }
}
