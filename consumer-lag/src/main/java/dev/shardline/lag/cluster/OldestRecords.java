package dev.shardline.lag.cluster;

import dev.shardline.lag.Age;
import dev.shardline.lag.Fact;
import dev.shardline.lag.Partition;
import dev.shardline.lag.position.Backlog;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.KafkaException;

/**
 * When the oldest records that groups have yet to process were written. A record is read once,
 * however long it is the oldest one. For one thread at a time.
 */
final class OldestRecords {

  static final Fact<Optional<Age>> NOT_YET =
      Fact.unknown("there was no time to look at the oldest record; it is looked at next time");

  private final LogReader reader;
  private final Gapped gapped;

  /** When the first record at or after an offset was written; of each group's last reading. */
  private final Map<String, Map<Place, Instant>> seen = new HashMap<>();

  /**
   * @param gapped is told of gaps that are met
   */
  OldestRecords(LogReader reader, Gapped gapped) {
    this.reader = reader;
    this.gapped = gapped;
  }

  private record Place(Partition partition, long offset) {}

  void forget(Set<String> topics) {
    seen.values()
        .forEach(
            times -> times.keySet().removeIf(place -> topics.contains(place.partition().topic())));
  }

  /**
   * Those of a group.
   *
   * @param deadline as {@link System#nanoTime()}: what was not read by then is missing
   * @return by partition; empty: there is no record
   */
  Map<Partition, Fact<Optional<Age>>> of(
      String group, Map<Partition, Backlog> backlogs, long deadline) {
    Map<Partition, Fact<Optional<Age>>> ages = new HashMap<>();
    Map<Partition, Backlog> left = new HashMap<>();
    backlogs.forEach((partition, backlog) -> {
      if (backlog.offsets() > backlog.done()) {
        left.put(partition, backlog);
      } else {
        ages.put(partition, Fact.known(Optional.empty()));
      }
    });
    Map<Place, Instant> before = seen.getOrDefault(group, Map.of());
    Map<Place, Instant> times = new HashMap<>();
    try {
      look(left, Backlog::from, before, times, deadline);
      look(left, Backlog::latestOldest, before, times, deadline);
      left.forEach((partition, backlog) ->
          age(partition, backlog, times)
              .ifPresent(age -> ages.put(partition, Fact.known(Optional.of(age)))));
    } catch (KafkaException e) {
      left.keySet()
          .forEach(partition ->
              ages.put(partition, Fact.unknown("its records cannot be read: " + e.getMessage())));
    }
    seen.put(group, times);
    return ages;
  }

  private static Optional<Age> age(
      Partition partition, Backlog backlog, Map<Place, Instant> times) {
    Instant first = times.get(new Place(partition, backlog.from()));
    Instant last = times.get(new Place(partition, backlog.latestOldest()));
    // A producer may give a later record an earlier time.
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(new Age(first.isBefore(last) ? first : last, last));
  }

  private void look(
      Map<Partition, Backlog> backlogs,
      ToLongFunction<Backlog> where,
      Map<Place, Instant> before,
      Map<Place, Instant> times,
      long deadline) {
    Map<Partition, Long> unseen = new HashMap<>();
    backlogs.forEach((partition, backlog) -> {
      Place place = new Place(partition, where.applyAsLong(backlog));
      Instant known = before.getOrDefault(place, times.get(place));
      if (known == null) {
        unseen.put(partition, place.offset());
      } else {
        times.put(place, known);
      }
    });
    reader
        .first(unseen, deadline)
        .forEach((partition, found) -> {
          long offset = unseen.getOrDefault(partition, 0L);
          found.ifPresent(record -> times.put(new Place(partition, offset), record.at()));
          if (found.filter(record -> record.offset() == offset).isEmpty()) {
            gapped.met(partition);
          }
        });
  }
}
