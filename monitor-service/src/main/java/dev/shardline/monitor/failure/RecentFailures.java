package dev.shardline.monitor.failure;

import java.util.ArrayList;
import java.util.List;

/** What failed last. Thread-safe. */
public final class RecentFailures {

  private static final int MAX = 50;

  private final List<RecentFailure> failures = new ArrayList<>();

  /** Something failed; not necessarily later than what is known, as partitions are read in turn. */
  public synchronized void add(RecentFailure failure) {
    int place = 0;
    while (place < failures.size() && failures.get(place).at().isAfter(failure.at())) {
      place++;
    }
    failures.add(place, failure);
    if (failures.size() > MAX) {
      failures.removeLast();
    }
  }

  /** The last one first. */
  public synchronized List<RecentFailure> list() {
    return new ArrayList<>(failures);
  }
}
