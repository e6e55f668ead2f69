package dev.shardline.monitor.group;

import dev.shardline.lag.Age;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupKind;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.LogRange;
import dev.shardline.lag.Partition;
import dev.shardline.lag.PartitionLag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A group with one partition, as a reading tells of it. */
public final class GroupLags {

  /** Its name. */
  public static final String NAME = "reports";

  private GroupLags() {}

  /** One whose oldest record was written within the bounds; empty: there is none. */
  public static GroupLag known(long lag, long end, Optional<Age> oldest) {
    return group(
        Fact.known(2),
        new PartitionLag(
            new Partition("orders", 0),
            new LogRange(0, end),
            OptionalLong.of(end - lag),
            Fact.known(lag),
            Fact.known(oldest)));
  }

  /** One whose oldest record was written then. */
  public static GroupLag known(long lag, long end, Instant oldest) {
    return known(lag, end, Optional.of(new Age(oldest, oldest)));
  }

  /** One of which nothing but its members is known. */
  public static GroupLag unknown(String reason) {
    return group(
        Fact.known(2),
        new PartitionLag(
            new Partition("orders", 0),
            null,
            OptionalLong.empty(),
            Fact.unknown(reason),
            Fact.unknown(reason)));
  }

  /** One with nothing to do and so many members. */
  public static GroupLag withMembers(Fact<Integer> members) {
    return group(members, known(0, 0, Optional.empty()).partitions().getFirst());
  }

  private static GroupLag group(Fact<Integer> members, PartitionLag partition) {
    return GroupLag.of(NAME, GroupKind.CONSUMER, Fact.known("Stable"), members, List.of(partition));
  }
}
