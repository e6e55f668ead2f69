package dev.shardline.ingest.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final RandomGenerator LEAST = () -> 0L;
  private static final RandomGenerator MOST = () -> -1L;

  @Test
  void doublesUpToTheLongestDelay() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), 0);

    List<Long> seconds =
        IntStream.rangeClosed(1, 6).mapToObj(i -> backoff.after(i, MOST).toSeconds()).toList();

    assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
  }

  @Test
  void staysAtTheLongestDelayHoweverOftenItIsTried() {
    Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofDays(1), 0);

    assertThat(backoff.after(1_000_000, MOST)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void drawsTheJitterFromTheDelay() {
    Backoff half = new Backoff(Duration.ofSeconds(4), Duration.ofSeconds(10), 0.5);

    assertThat(half.after(1, LEAST)).isEqualTo(Duration.ofSeconds(4));
    assertThat(half.after(1, MOST)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2001));
  }

  @Test
  void neverIsLongerThanAllowedNorNegative() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Backoff full = new Backoff(Duration.ofMillis(1), Duration.ofSeconds(10), 1);

    for (int i = 0; i < 10_000; i++) {
      assertThat(full.after(1 + random.nextInt(30), random))
          .as("seed %d", seed)
          .isBetween(Duration.ZERO, Duration.ofSeconds(10));
    }
  }
}
