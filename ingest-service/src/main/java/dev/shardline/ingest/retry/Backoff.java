package dev.shardline.ingest.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Delays that double from one attempt to the next, a share of each drawn at random so that what
 * failed together does not come back together (Marc Brooker, "Exponential Backoff And Jitter", AWS
 * Architecture Blog, 2015; a jitter of 1 is his full jitter, 0.5 his equal jitter).
 *
 * @param initial the delay after the first attempt, above zero
 * @param max the longest delay, {@code initial} or above
 * @param jitter the share of a delay that is random: 0, none, to 1, all of it
 */
public record Backoff(Duration initial, Duration max, double jitter) {

  /**
   * The delay before the next attempt.
   *
   * @param attempts how many were made, 1 or above
   * @param random draws the random share
   */
  Duration after(int attempts, RandomGenerator random) {
    Duration delay = initial;
    for (int made = 1; made < attempts && delay.compareTo(max) < 0; made++) {
      delay = delay.multipliedBy(2);
    }
    long nanos = (delay.compareTo(max) < 0 ? delay : max).toNanos();
    return Duration.ofNanos(nanos - Math.round(nanos * jitter * random.nextDouble()));
  }
}
