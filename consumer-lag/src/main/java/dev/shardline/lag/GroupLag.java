package dev.shardline.lag;

import java.util.List;
import java.util.Optional;

/**
 * What a group has yet to process.
 *
 * @param name its group id
 * @param kind what it is, or what it is taken for while it does not exist
 * @param state as Kafka names it, such as {@code Stable}, {@code Empty} or {@code Dead}
 * @param members how many processes are in it
 * @param partitions sorted; empty: nothing is known of what it processes
 * @param lag how many records are not processed, those in flight included; known only if it is
 *     known of every partition
 * @param oldest how old the oldest of them is; empty: there is none
 */
public record GroupLag(
    String name,
    GroupKind kind,
    Fact<String> state,
    Fact<Integer> members,
    List<PartitionLag> partitions,
    Fact<Long> lag,
    Fact<Optional<Age>> oldest) {

  public GroupLag {
    partitions = List.copyOf(partitions);
  }

  /** A group by its partitions. */
  public static GroupLag of(
      String name,
      GroupKind kind,
      Fact<String> state,
      Fact<Integer> members,
      List<PartitionLag> partitions) {
    return new GroupLag(
        name, kind, state, members, partitions, Totals.lag(partitions), Totals.oldest(partitions));
  }

  /** The same partitions, of a whole that is not known. */
  public GroupLag butUnknown(String reason) {
    return new GroupLag(
        name, kind, state, members, partitions, Fact.unknown(reason), Fact.unknown(reason));
  }

  /** The same group after so long that nothing is known of it any more. */
  public GroupLag outdated(String reason) {
    List<PartitionLag> unknown =
        partitions.stream()
            .map(each ->
                new PartitionLag(
                    each.partition(),
                    each.log(),
                    each.position(),
                    Fact.unknown(reason),
                    Fact.unknown(reason)))
            .toList();
    return new GroupLag(
        name,
        kind,
        Fact.unknown(reason),
        Fact.unknown(reason),
        unknown,
        Fact.unknown(reason),
        Fact.unknown(reason));
  }
}
