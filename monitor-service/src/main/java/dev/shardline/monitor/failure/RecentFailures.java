package dev.shardline.monitor.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What failed last. Thread-safe. */
public final class RecentFailures {

  private static final int MAX = 50;

  private final Deque<RecentFailure> failures = new ArrayDeque<>();

  /** Something failed. */
  public synchronized void add(RecentFailure failure) {
    failures.addFirst(failure);
    if (failures.size() > MAX) {
      failures.removeLast();
    }
  }

  /** The last one first. */
  public synchronized List<RecentFailure> list() {
    return new ArrayList<>(failures);
  }
}
