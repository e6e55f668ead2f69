package dev.shardline.ingest.source.host;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Finds out how many requests a host bears, by additive increase and multiplicative decrease (Chiu
 * and Jain, "Analysis of the Increase and Decrease Algorithms for Congestion Avoidance", 1989):
 * halved when the host says that it is asked too much, a tenth less while its answers take far
 * longer than they did at their best, and a little more with every other answer, up to the limits.
 * Thread-safe.
 */
final class HostGate {

  private static final double AFTER_REFUSAL = 0.5;
  private static final double WHILE_SLOW = 0.67;

  /** What asking for less has to make of the time that answers take, to have been of use. */
  private static final double SHORTER = 0.85;

  /** Answers as slow as this many times the best ones say that the host is at its limit. */
  private static final double SLOW_FACTOR = 3;

  /** Below that, a network and this machine account for the difference as well. */
  private static final long SLOW_AT_LEAST = Duration.ofMillis(200).toNanos();

  /** How much one answer counts in the mean. */
  private static final double WEIGHT = 0.1;

  /** With every answer the best one fades, so that a host that became slower is not held to it. */
  private static final double FADING = 1.002;

  /** So many answers make the mean anew. */
  private static final int SETTLING = 20;

  private static final double SLOWEST_PER_SECOND = 0.1;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final HostLimits limits;
  private final LongSupplier clock;
  private double concurrent;
  private double perSecond;
  private int underWay;
  private long nextStart;
  private long lastDecrease;
  private double best = Double.MAX_VALUE;
  private double mean;

  /** The mean before less was asked for because of it; 0: that was not so. */
  private double meanBefore;

  /** Long answers since the last step, or since they are long. */
  private int answers;

  /**
   * A host that nothing is known of.
   *
   * @param clock as {@link System#nanoTime()}
   */
  HostGate(HostLimits limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
    this.concurrent = limits.concurrent();
    this.perSecond = limits.perSecond();
    this.nextStart = clock.getAsLong();
    this.lastDecrease = nextStart - Duration.ofHours(1).toNanos();
  }

  /**
   * Begins a request, if the host bears one more.
   *
   * @return zero if it has begun; else how long to wait before it is worth to ask again
   */
  synchronized Duration enter() {
    long now = clock.getAsLong();
    Duration delay = until(now);
    if (!delay.isZero()) {
      return delay;
    }
    underWay++;
    if (perSecond != Double.POSITIVE_INFINITY) {
      nextStart = now + (long) (1e9 / perSecond);
    }
    return Duration.ZERO;
  }

  private Duration until(long now) {
    if (now - nextStart < 0) {
      return Duration.ofNanos(nextStart - now);
    }
    return underWay >= Math.max(1, (int) concurrent) ? LOOK_AGAIN : Duration.ZERO;
  }

  synchronized void leave() {
    underWay--;
  }

  synchronized boolean isIdle() {
    return underWay == 0 && clock.getAsLong() - nextStart >= 0;
  }

  /** How long to wait before it is worth to ask for a request; zero: none. */
  synchronized Duration delay() {
    return until(clock.getAsLong());
  }

  /** How many requests may be under way now. */
  synchronized int concurrent() {
    return Math.max(1, (int) concurrent);
  }

  /** How many requests may begin in a second now; infinite: any number. */
  synchronized double perSecond() {
    return perSecond;
  }

  synchronized void answered(Duration latency) {
    double nanos = latency.toNanos();
    best = Math.min(best * FADING, nanos);
    mean = mean == 0 ? nanos : mean + WEIGHT * (nanos - mean);
    if (mean > SLOW_FACTOR * best && mean - best > SLOW_AT_LEAST) {
      answers++;
      slow();
    } else {
      answers = 0;
      meanBefore = 0;
      concurrent = Math.min(limits.concurrent(), concurrent + 1 / concurrent);
      perSecond = Math.min(limits.perSecond(), perSecond * (1 + WEIGHT / 2));
      if (perSecond > 1000 && limits.perSecond() == Double.POSITIVE_INFINITY) {
        perSecond = Double.POSITIVE_INFINITY;
      }
    }
  }

  /** Looks at what came of the last step once the mean is that of answers since then. */
  private void slow() {
    if (answers < SETTLING + concurrent) {
      return;
    }
    answers = 0;
    if (meanBefore > 0 && mean > SHORTER * meanBefore) {
      best = mean;
      meanBefore = 0;
    } else {
      meanBefore = mean;
      decrease(WHILE_SLOW);
    }
  }

  synchronized void refused(Duration retryAfter) {
    if (perSecond == Double.POSITIVE_INFINITY) {
      // A first guess, from what was under way: about what it answered in a mean time.
      perSecond = Math.max(1, underWay / Math.max(0.001, mean / 1e9));
    }
    decrease(AFTER_REFUSAL);
    Duration longest = limits.longestPause();
    Duration pause = retryAfter.compareTo(longest) < 0 ? retryAfter : longest;
    long until = clock.getAsLong() + pause.toNanos();
    if (until - nextStart > 0) {
      nextStart = until;
    }
  }

  /** What was under way together is one event: it decreases once. */
  private void decrease(double factor) {
    long now = clock.getAsLong();
    if (now - lastDecrease > (long) mean) {
      lastDecrease = now;
      concurrent = Math.max(1, Math.min(concurrent, underWay) * factor);
      perSecond = Math.max(SLOWEST_PER_SECOND, perSecond * factor);
    }
  }
}
