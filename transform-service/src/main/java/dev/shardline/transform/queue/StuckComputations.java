package dev.shardline.transform.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Threads whose computation goes on though it was told to stop. Nothing ends them but the end of
 * the process; until then each takes a core that others were to have. Thread-safe.
 */
final class StuckComputations {

  private record Stuck(Thread thread, long since) {}

  private final List<Stuck> threads = new CopyOnWriteArrayList<>();

  void add(Thread thread) {
    threads.add(new Stuck(thread, System.nanoTime()));
  }

  /** Whether one has been so for so long. */
  boolean anyFor(Duration longer) {
    threads.removeIf(stuck -> !stuck.thread.isAlive());
    long now = System.nanoTime();
    return threads.stream().anyMatch(stuck -> now - stuck.since >= longer.toNanos());
  }
}
