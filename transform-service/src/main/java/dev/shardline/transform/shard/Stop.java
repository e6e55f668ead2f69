package dev.shardline.transform.shard;

import dev.shardline.transform.CancellationToken;
import org.jspecify.annotations.Nullable;

/**
 * Ends the computation of one record before its time: by interrupting its thread, and as the token
 * that computations ask. Thread-safe.
 */
public final class Stop implements CancellationToken {

  /** Why a value is no longer wanted. */
  public enum Cause {
    /** The shard has been computed for as long as it may be. */
    DEADLINE,
    /** The shard's job is cancelled. */
    JOB_CANCELLED,
    /** The record is given back, or lost to another worker: nothing is to be answered. */
    NO_LONGER_OURS
  }

  private volatile @Nullable Cause cause;
  private @Nullable Thread runner;
  private long requestedAt;

  /** From now on, a stop interrupts the calling thread. */
  synchronized void begin() {
    runner = Thread.currentThread();
    if (cause != null) {
      runner.interrupt();
    }
  }

  /** From now on, nothing interrupts the calling thread, and no interrupt of ours is left. */
  synchronized void end() {
    runner = null;
    if (cause != null) {
      var _ = Thread.interrupted();
    }
  }

  /** Asks for the end; the first cause counts. */
  public synchronized void request(Cause why) {
    if (cause == null) {
      cause = why;
      requestedAt = System.nanoTime();
      if (runner != null) {
        runner.interrupt();
      }
    }
  }

  /** Why the value is no longer wanted; null while it is. */
  public @Nullable Cause cause() {
    return cause;
  }

  /** Whether it was asked for that many nanoseconds ago, or longer. */
  public synchronized boolean wasRequestedBefore(long nanos) {
    return cause != null && System.nanoTime() - requestedAt >= nanos;
  }

  @Override
  public boolean isCancelled() {
    return cause != null;
  }
}
