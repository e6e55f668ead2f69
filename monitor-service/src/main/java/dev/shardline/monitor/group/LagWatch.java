package dev.shardline.monitor.group;

import dev.shardline.lag.ClusterAwayException;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.LagReader;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.PartitionLag;
import dev.shardline.lag.WatchedGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lag again and again, and knows what is too old to be shown. Thread-safe. */
public final class LagWatch {

  /** What is older than so many intervals is not valid any more. */
  private static final int VALID_INTERVALS = 2;

  private final LagReader reader;
  private final List<WatchedGroup> groups;
  private final Duration interval;
  private final Function<GroupLag, Fact<Long>> inFlight;
  private final InstantSource clock;
  private final Map<String, GroupHistory> histories = new HashMap<>();
  private @Nullable LagReading last;
  private @Nullable String problem;
  private long calls;

  /**
   * Nothing read yet.
   *
   * @param interval how often it is read
   * @param window how far back histories go
   * @param inFlight what a group's workers hold
   */
  public LagWatch(
      LagReader reader,
      List<WatchedGroup> groups,
      Duration interval,
      Duration window,
      Function<GroupLag, Fact<Long>> inFlight,
      InstantSource clock) {
    this.reader = reader;
    this.groups = List.copyOf(groups);
    this.interval = interval;
    this.inFlight = inFlight;
    this.clock = clock;
    groups.forEach(group -> histories.put(group.name(), new GroupHistory(window)));
  }

  /**
   * Reads once, on one thread at a time. A cluster that does not answer is a result as well.
   *
   * @throws RuntimeException if the reader fails in a way that it should not; that is remembered
   *     like a cluster that does not answer
   */
  public void read() throws InterruptedException {
    try {
      LagReading reading = reader.read(groups);
      synchronized (this) {
        last = reading;
        problem = null;
        calls += reading.adminCalls();
      }
      reading.groups().forEach(lag -> remember(reading.at(), lag));
    } catch (ClusterAwayException e) {
      missed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      missed("reading it failed: " + e);
      throw e;
    }
  }

  private void missed(String why) {
    synchronized (this) {
      problem = why;
    }
    Instant now = clock.instant();
    histories.values().forEach(history -> history.add(new Point(now, null, null, null)));
  }

  private void remember(Instant at, GroupLag lag) {
    GroupHistory history = histories.get(lag.name());
    if (history != null) {
      history.add(
          new Point(
              at,
              lag.lag().found().orElse(null),
              inFlight.apply(lag).found().orElse(null),
              written(lag)));
    }
  }

  private static @Nullable Long written(GroupLag lag) {
    long sum = 0;
    for (PartitionLag partition : lag.partitions()) {
      if (partition.log() == null) {
        return null;
      }
      sum += partition.log().end();
    }
    return sum;
  }

  /** What is known now. */
  public synchronized Standing standing() {
    if (last == null) {
      String why = problem == null ? "lag was not read yet" : problem;
      return new Standing(Optional.empty(), Optional.of(why), List.of());
    }
    Duration age = Duration.between(last.at(), clock.instant());
    if (age.compareTo(interval.multipliedBy(VALID_INTERVALS).plus(last.took())) <= 0) {
      return new Standing(Optional.of(last.at()), Optional.empty(), last.groups());
    }
    String why =
        "lag was last read %d s ago; %s"
            .formatted(age.toSeconds(), problem == null ? "reading it takes long" : problem);
    return new Standing(
        Optional.of(last.at()),
        Optional.of(why),
        last.groups().stream().map(group -> group.outdated(why)).toList());
  }

  /** Why the last reading failed; empty: it did not. */
  public synchronized Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** The history of a watched group. */
  public GroupHistory history(String group) {
    GroupHistory history = histories.get(group);
    if (history == null) {
      throw new IllegalArgumentException("not watched: " + group);
    }
    return history;
  }

  /** The groups that are watched. */
  public List<WatchedGroup> groups() {
    return groups;
  }

  /** How many calls to the cluster's administration were made. */
  public synchronized long adminCalls() {
    return calls;
  }

  /** How long the last reading took; empty: there was none. */
  public synchronized Optional<Duration> took() {
    return Optional.ofNullable(last).map(LagReading::took);
  }

  /**
   * What is known of all groups.
   *
   * @param at when it was read; empty: never
   * @param stale why it is not valid any more; empty: it is
   * @param groups in the order in which they are watched; of a stale one, all figures are unknown;
   *     none if they were never read
   */
  public record Standing(Optional<Instant> at, Optional<String> stale, List<GroupLag> groups) {

    /** A group; unknown if it was never read. */
    public Optional<GroupLag> group(String name) {
      return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }
  }
}
