package dev.shardline.lag.cluster;

import dev.shardline.lag.GroupKind;
import dev.shardline.lag.WatchedGroup;
import dev.shardline.lag.position.GroupPosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.jspecify.annotations.Nullable;

/** Reads consumer groups of either protocol, in two calls. */
final class ConsumerGroups {

  private final AdminCalls admin;

  ConsumerGroups(AdminCalls admin) {
    this.admin = admin;
  }

  /** By group id. */
  Map<String, GroupState> read(List<WatchedGroup> groups) throws InterruptedException {
    Map<String, GroupState> states = new HashMap<>();
    if (groups.isEmpty()) {
      return states;
    }
    List<String> names = groups.stream().map(WatchedGroup::name).toList();
    var offsets = admin.call().listConsumerGroupOffsets(everything(names));
    var descriptions = admin.call().describeConsumerGroups(names).describedGroups();
    for (WatchedGroup group : groups) {
      String name = group.name();
      @Nullable KafkaFuture<ConsumerGroupDescription> description = descriptions.get(name);
      states.put(
          name,
          new GroupState(
              group,
              GroupKind.CONSUMER,
              Membership.await(
                  name, description == null ? null : description.thenApply(Membership::of), admin),
              Positions.await(
                  name,
                  offsets.partitionsToOffsetAndMetadata(name),
                  admin,
                  ConsumerGroups::position),
              group.start(),
              group.readCommitted()));
    }
    return states;
  }

  private static Map<String, ListConsumerGroupOffsetsSpec> everything(List<String> groups) {
    return groups.stream()
        .collect(Collectors.toMap(name -> name, _ -> new ListConsumerGroupOffsetsSpec()));
  }

  private static Optional<GroupPosition> position(OffsetAndMetadata committed) {
    return Optional.of(new GroupPosition.Committed(committed.offset()));
  }
}
