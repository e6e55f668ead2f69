package dev.shardline.lag.cluster;

import dev.shardline.lag.GroupKind;
import dev.shardline.lag.WatchedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.errors.ApiException;

/** Reads how groups stand, in a number of calls that does not depend on how many there are. */
final class GroupStates {

  private final AdminCalls admin;
  private final ConsumerGroups consumers;
  private final ShareGroups shares;

  GroupStates(AdminCalls admin) {
    this.admin = admin;
    this.consumers = new ConsumerGroups(admin);
    this.shares = new ShareGroups(admin);
  }

  /** In the same order. */
  List<GroupState> read(List<WatchedGroup> groups) throws InterruptedException {
    Map<String, GroupType> types = types();
    Map<GroupKind, List<WatchedGroup>> byKind =
        groups.stream().collect(Collectors.groupingBy(group -> kind(group, types)));
    Map<String, GroupState> states =
        consumers.read(byKind.getOrDefault(GroupKind.CONSUMER, List.of()));
    states.putAll(shares.read(byKind.getOrDefault(GroupKind.SHARE, List.of())));
    List<GroupState> inOrder = new ArrayList<>();
    for (WatchedGroup group : groups) {
      inOrder.add(Objects.requireNonNull(states.get(group.name())));
    }
    return inOrder;
  }

  /** What there is. A listing that is refused tells of nothing, and each group is asked anyway. */
  private Map<String, GroupType> types() throws InterruptedException {
    try {
      return admin.await(admin.call().listGroups().valid()).stream()
          .filter(listing -> listing.type().isPresent())
          .collect(
              Collectors.toMap(
                  GroupListing::groupId, listing -> listing.type().orElseThrow(), (a, _) -> a));
    } catch (ApiException e) {
      return Map.of();
    }
  }

  private static GroupKind kind(WatchedGroup group, Map<String, GroupType> types) {
    GroupType type = types.get(group.name());
    if (type == null) {
      return group.kind();
    }
    return type == GroupType.SHARE ? GroupKind.SHARE : GroupKind.CONSUMER;
  }
}
