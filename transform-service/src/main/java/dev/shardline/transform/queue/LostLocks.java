package dev.shardline.transform.queue;

import java.util.concurrent.atomic.AtomicLong;

/** How often the lock of a record was lost before its attempt came to an end. Thread-safe. */
final class LostLocks {

  private final AtomicLong count = new AtomicLong();

  /** One more; returns how many there are with it. */
  long add() {
    return count.incrementAndGet();
  }

  long count() {
    return count.get();
  }
}
