package dev.shardline.monitor.failure;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why records are dead letters. Thread-safe. */
public final class DeadLetterCauses {

  /** Causes are few, but whoever writes to the topics may make some up. */
  private static final int MAX = 100;

  private final Map<Cause, Tally> tallies = new HashMap<>();

  private record Cause(String topic, String code) {}

  private record Tally(long count, Instant last, String message) {

    /** Partitions are read in turn, so that what is read later may have died earlier. */
    private Tally and(Tally other) {
      Tally latest = other.last().isBefore(last) ? this : other;
      return new Tally(count + other.count(), latest.last(), latest.message());
    }
  }

  /**
   * What is dead of a cause.
   *
   * @param count how many records were read, those included that were brought back since
   * @param last when the last of them was given up
   * @param lastMessage what was wrong with it
   */
  public record Entry(String topic, String cause, long count, Instant last, String lastMessage) {}

  /** A record is dead. */
  public synchronized void add(String topic, String cause, Instant at, String message) {
    Cause key = new Cause(topic, cause);
    if (tallies.size() >= MAX && !tallies.containsKey(key)) {
      key = new Cause(topic, "OTHER");
    }
    tallies.merge(key, new Tally(1, at, message), Tally::and);
  }

  /** The most frequent first, and those that are as frequent by topic and cause. */
  public synchronized List<Entry> list() {
    return tallies.entrySet().stream()
        .map(entry ->
            new Entry(
                entry.getKey().topic(),
                entry.getKey().code(),
                entry.getValue().count(),
                entry.getValue().last(),
                entry.getValue().message()))
        .sorted(
            Comparator.comparingLong(Entry::count)
                .reversed()
                .thenComparing(Entry::topic)
                .thenComparing(Entry::cause))
        .toList();
  }

  /** How many records of a topic are dead, those included that were brought back since. */
  public synchronized long count(String topic) {
    return tallies.entrySet().stream()
        .filter(entry -> entry.getKey().topic().equals(topic))
        .mapToLong(entry -> entry.getValue().count())
        .sum();
  }
}
