package dev.shardline.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);

  @Test
  void passesWhenItsTimeIsUpEvenWhereTheClockOverflows() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(2), now::get);

    now.addAndGet(Duration.ofMillis(1_999).toNanos());
    assertThat(deadline.passed()).isFalse();
    assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(1));

    now.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(deadline.passed()).isTrue();
    assertThat(deadline.remaining()).isZero();
  }

  @Test
  void limitsAWaitToTheTimeThatIsLeft() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(2), now::get);

    assertThat(deadline.remaining(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    assertThat(deadline.remaining(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void takesAWaitTooLongForNanosecondsAsNever() {
    assertThat(Deadline.in(Duration.ofSeconds(Long.MAX_VALUE)).passed()).isFalse();
  }
}
