package dev.shardline.transform.queue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long the locks of an acquisition hold for certain, by this process's own clock: a process
 * that was paused finds so that others may have its records, before the broker tells. Thread-safe.
 */
final class Lease {

  /** What is left out of account: records are locked a little before they are here. */
  private static final int RESERVED_SHARE = 10;

  private static final Duration LOOK = Duration.ofMillis(50);

  private long until;

  /**
   * A lease.
   *
   * @param asked when the locks were asked for, as {@link System#nanoTime()}
   */
  Lease(long asked, Duration lock) {
    extend(asked, lock);
  }

  /** The locks begin anew. */
  synchronized void extend(long asked, Duration lock) {
    until = asked + lock.minus(lock.dividedBy(RESERVED_SHARE)).toNanos();
    notifyAll();
  }

  synchronized boolean isValid() {
    return System.nanoTime() - until < 0;
  }

  /**
   * Waits until the locks are renewed, if that is due.
   *
   * @param wanted whether there is still something to wait for
   * @return whether the locks hold
   */
  synchronized boolean awaitValid(BooleanSupplier wanted) {
    boolean interrupted = false;
    while (!isValid() && wanted.getAsBoolean()) {
      try {
        wait(LOOK.toMillis());
      } catch (InterruptedException e) {
        // Whether it is still wanted says more than the interrupt does.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return isValid();
  }
}
