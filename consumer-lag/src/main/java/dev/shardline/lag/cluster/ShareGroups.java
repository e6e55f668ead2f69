package dev.shardline.lag.cluster;

import dev.shardline.lag.GroupKind;
import dev.shardline.lag.WatchedGroup;
import dev.shardline.lag.position.GroupPosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.KafkaFuture;
import org.jspecify.annotations.Nullable;

/** Reads share groups, in two calls, and a third for their settings now and then. */
final class ShareGroups {

  private static final String NO_LAG =
      "the brokers do not say how much of it the share group has processed (they do from Kafka 4.2"
          + " on, once a worker has read)";

  private final AdminCalls admin;
  private final ShareGroupSettings settings;

  ShareGroups(AdminCalls admin) {
    this.admin = admin;
    this.settings = new ShareGroupSettings(admin);
  }

  /** By group id. */
  Map<String, GroupState> read(List<WatchedGroup> groups) throws InterruptedException {
    Map<String, GroupState> states = new HashMap<>();
    if (groups.isEmpty()) {
      return states;
    }
    List<String> names = groups.stream().map(WatchedGroup::name).toList();
    var offsets = admin.call().listShareGroupOffsets(everything(names));
    var descriptions = admin.call().describeShareGroups(names).describedGroups();
    var found = settings.of(names);
    for (WatchedGroup group : groups) {
      String name = group.name();
      @Nullable KafkaFuture<ShareGroupDescription> description = descriptions.get(name);
      var setting = found.getOrDefault(name, ShareGroupSettings.Setting.UNKNOWN);
      states.put(
          name,
          new GroupState(
              group,
              GroupKind.SHARE,
              Membership.await(
                  name, description == null ? null : description.thenApply(Membership::of), admin),
              Positions.await(
                  name, offsets.partitionsToOffsetInfo(name), admin, ShareGroups::position),
              setting.start(),
              setting.readCommitted()));
    }
    return states;
  }

  private static Map<String, ListShareGroupOffsetsSpec> everything(List<String> groups) {
    return groups.stream()
        .collect(Collectors.toMap(name -> name, _ -> new ListShareGroupOffsetsSpec()));
  }

  /** What the group has not begun with has no start: -1. */
  private static Optional<GroupPosition> position(SharePartitionOffsetInfo info) {
    if (info.startOffset() < 0) {
      return Optional.empty();
    }
    return Optional.of(
        info.lag()
            .filter(lag -> lag >= 0)
            .<GroupPosition>map(lag -> new GroupPosition.Shared(info.startOffset(), lag))
            .orElseGet(() -> new GroupPosition.Unreadable(NO_LAG)));
  }
}
