package dev.shardline.transform.requeue;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait between attempts: exponentially longer, and never all at the same time.
 *
 * @param initial the wait after the first attempt, above zero
 * @param max the longest wait, at least as long as the first
 * @param random gives numbers from 0, to below 1
 * @see <a href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">
 *     Timeouts, retries and backoff with jitter</a>
 */
public record Backoff(Duration initial, Duration max, DoubleSupplier random) {

  /** The largest power of two that is multiplied with; beyond, the longest wait holds anyway. */
  private static final int MAX_EXPONENT = 30;

  /**
   * The wait after so many attempts: from half of the exponential wait to the whole of it.
   *
   * @param attempts 1 or above
   */
  public Duration after(int attempts) {
    long factor = 1L << Math.min(attempts - 1, MAX_EXPONENT);
    double exponential = Math.min((double) initial.toMillis() * factor, (double) max.toMillis());
    return Duration.ofMillis(Math.round(exponential * (0.5 + 0.5 * random.getAsDouble())));
  }
}
