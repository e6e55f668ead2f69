package dev.shardline.transform.requeue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Test
  void doublesWithEachAttemptUpToTheLongest() {
    Backoff whole = new Backoff(FIRST, LONGEST, () -> 1);

    assertThat(whole.after(1)).isEqualTo(FIRST);
    assertThat(whole.after(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(whole.after(3)).isEqualTo(Duration.ofSeconds(4));
    assertThat(whole.after(7)).isEqualTo(LONGEST);
    assertThat(whole.after(1_000_000)).isEqualTo(LONGEST);
  }

  @Test
  void spreadsFromHalfOfTheWaitToAllOfIt() {
    assertThat(new Backoff(FIRST, LONGEST, () -> 0).after(2)).isEqualTo(Duration.ofSeconds(1));
    assertThat(new Backoff(FIRST, LONGEST, () -> 0.5).after(2)).isEqualTo(Duration.ofMillis(1500));
  }
}
