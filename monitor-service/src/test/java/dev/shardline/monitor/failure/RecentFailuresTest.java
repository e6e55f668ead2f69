package dev.shardline.monitor.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentFailuresTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final RecentFailures failures = new RecentFailures();

  @Test
  void areFiftyAtMostTheLastFirst() {
    for (int i = 0; i < 60; i++) {
      failures.add(failure(i));
    }

    assertThat(failures.list())
        .hasSize(50)
        .startsWith(failure(59), failure(58))
        .endsWith(failure(10));
  }

  @Test
  void areTheLastWhicheverPartitionIsReadFirst() {
    for (int i = 59; i >= 0; i--) {
      failures.add(failure(i));
    }

    assertThat(failures.list())
        .hasSize(50)
        .startsWith(failure(59), failure(58))
        .endsWith(failure(10));
  }

  @Test
  void keepThoseOfTheSameTimeInTheOrderTheyCameIn() {
    RecentFailure first = failure(0);
    RecentFailure second =
        new RecentFailure(NOON, "job/1", "sum", "DEADLINE", "late", "shard-results", 1, 9, 1);
    failures.add(first);
    failures.add(second);

    assertThat(failures.list()).containsExactly(second, first);
  }

  private static RecentFailure failure(int second) {
    return new RecentFailure(
        NOON.plusSeconds(second),
        "job/" + second,
        "factorial-sum",
        "DEADLINE",
        "the time limit was reached",
        "shard-results",
        0,
        second,
        1);
  }
}
