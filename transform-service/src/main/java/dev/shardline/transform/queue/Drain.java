package dev.shardline.transform.queue;

import java.time.Duration;

/**
 * The end of a worker's service: what runs may finish within a time, nothing new is begun.
 * Thread-safe.
 */
public final class Drain {

  private volatile boolean begun;
  private volatile long deadline;

  /** Begins it; a second time does nothing. */
  public synchronized void begin(Duration atMost) {
    if (!begun) {
      deadline = System.nanoTime() + atMost.toNanos();
      begun = true;
    }
  }

  /** Whether nothing new may be begun. */
  public boolean hasBegun() {
    return begun;
  }

  /** Whether even what runs has to be given back. */
  public boolean isOver() {
    return begun && System.nanoTime() - deadline >= 0;
  }
}
