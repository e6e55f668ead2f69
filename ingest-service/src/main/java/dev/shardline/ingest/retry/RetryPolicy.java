package dev.shardline.ingest.retry;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Tries again what may pass, after a delay that grows, and gives up at once what will not.
 * Thread-safe.
 */
public final class RetryPolicy {

  private final int maxAttempts;
  private final Backoff backoff;
  private final RandomGenerator random;

  /**
   * @param maxAttempts how often a request is tried in all, 1 or above
   * @param backoff how long to wait in between
   * @param random draws the random part of the delays; thread-safe
   */
  public RetryPolicy(int maxAttempts, Backoff backoff, RandomGenerator random) {
    this.maxAttempts = maxAttempts;
    this.backoff = backoff;
    this.random = random;
  }

  /**
   * Decides after an attempt. A source that asks for a longer delay than the backoff's gets it, up
   * to the longest delay; one that asks for more is given up, as coming earlier would be in vain.
   *
   * @param attempts how many were made, 0 if the request was refused before the first
   * @param failed how the last one ended
   */
  public Decision after(int attempts, IngestFailedException failed) {
    Failure failure = failed.failure();
    if (!failed.mayPass() || attempts >= maxAttempts) {
      return giveUp(attempts, failure);
    }
    Duration asked = failed.retryAfter().orElse(Duration.ZERO);
    if (asked.compareTo(backoff.max()) > 0) {
      String tooLong =
          "%s, and asks to be left alone for %d s: longer than ingest.retry.max-delay, %d ms"
              .formatted(failure.message(), asked.toSeconds(), backoff.max().toMillis());
      return giveUp(attempts, new Failure(failure.reason(), tooLong));
    }
    Duration delay = backoff.after(attempts, random);
    return new Decision.TryAgain(delay.compareTo(asked) < 0 ? asked : delay);
  }

  private static Decision giveUp(int attempts, Failure failure) {
    if (attempts <= 1) {
      return new Decision.GiveUp(failure);
    }
    return new Decision.GiveUp(
        new Failure(
            failure.reason(),
            "%s (given up after %d attempts)".formatted(failure.message(), attempts)));
  }
}
