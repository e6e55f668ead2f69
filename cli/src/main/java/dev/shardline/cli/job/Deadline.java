package dev.shardline.cli.job;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Until when to wait, on the monotonic clock. Immutable. */
public final class Deadline {

  /** Longer than any wait; short enough for nanoseconds in a long. */
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final LongSupplier nanoTime;
  private final long end;

  private Deadline(LongSupplier nanoTime, Duration wait) {
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + wait.toNanos();
  }

  /** In so much time from now; more than a century counts as never. */
  public static Deadline in(Duration wait) {
    return in(wait, System::nanoTime);
  }

  static Deadline in(Duration wait, LongSupplier nanoTime) {
    return new Deadline(nanoTime, wait.compareTo(FOREVER) < 0 ? wait : FOREVER);
  }

  /** No deadline. */
  public static Deadline never() {
    return in(FOREVER);
  }

  /** Whether there is no time left. */
  public boolean passed() {
    return remaining().isZero();
  }

  /** The time that is left, zero if none. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
  }

  /** The time that is left, but not more than {@code limit}. */
  public Duration remaining(Duration limit) {
    Duration remaining = remaining();
    return remaining.compareTo(limit) < 0 ? remaining : limit;
  }
}
