package dev.shardline.ingest.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private final RetryPolicy policy =
      new RetryPolicy(
          3, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 0), new Random());

  @Test
  void triesAgainWhatMayPass() {
    IngestFailedException failed = IngestFailedException.passing(Reason.TIMEOUT, "slow", cause());

    assertThat(policy.after(1, failed)).isEqualTo(new Decision.TryAgain(Duration.ofSeconds(1)));
    assertThat(policy.after(2, failed)).isEqualTo(new Decision.TryAgain(Duration.ofSeconds(2)));
  }

  @Test
  void givesUpAfterTheLastAttemptAndSaysHowManyThereWere() {
    IngestFailedException failed = IngestFailedException.passing(Reason.TIMEOUT, "slow", cause());

    assertThat(policy.after(3, failed))
        .isEqualTo(
            new Decision.GiveUp(new Failure(Reason.TIMEOUT, "slow (given up after 3 attempts)")));
  }

  @Test
  void givesUpAtOnceWhatWillNotPass() {
    IngestFailedException failed = new IngestFailedException(Reason.FORBIDDEN, "not there");

    assertThat(policy.after(0, failed)).isEqualTo(new Decision.GiveUp(failed.failure()));
    assertThat(policy.after(1, failed)).isEqualTo(new Decision.GiveUp(failed.failure()));
  }

  @Test
  void saysHowManyAttemptsCameBeforeAFailureThatWillNotPass() {
    IngestFailedException failed = new IngestFailedException(Reason.HTTP_STATUS, "status 404");

    assertThat(policy.after(2, failed))
        .isEqualTo(
            new Decision.GiveUp(
                new Failure(Reason.HTTP_STATUS, "status 404 (given up after 2 attempts)")));
  }

  @Test
  void triesNothingAgainIfOneAttemptIsAllowed() {
    RetryPolicy once =
        new RetryPolicy(
            1, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 0), new Random());

    assertThat(once.after(1, busy(Duration.ofSeconds(1))))
        .isEqualTo(new Decision.GiveUp(new Failure(Reason.HTTP_STATUS, "status 429")));
  }

  @Test
  void waitsForAsLongAsASourceAsks() {
    assertThat(policy.after(1, busy(Duration.ofSeconds(30))))
        .isEqualTo(new Decision.TryAgain(Duration.ofSeconds(30)));
  }

  @Test
  void comesNoSoonerThanTheBackoffSays() {
    assertThat(policy.after(2, busy(Duration.ZERO)))
        .isEqualTo(new Decision.TryAgain(Duration.ofSeconds(2)));
  }

  @Test
  void givesUpAtOnceASourceThatAsksForTooLongAWait() {
    assertThat(policy.after(1, busy(Duration.ofSeconds(31))))
        .isEqualTo(
            new Decision.GiveUp(
                new Failure(
                    Reason.HTTP_STATUS,
                    "status 429, and asks to be left alone for 31 s: longer than"
                        + " ingest.retry.max-delay, 30000 ms")));
  }

  private static IngestFailedException busy(Duration retryAfter) {
    return IngestFailedException.passing(Reason.HTTP_STATUS, "status 429", Optional.of(retryAfter));
  }

  private static Throwable cause() {
    return new IllegalStateException("any");
  }
}
