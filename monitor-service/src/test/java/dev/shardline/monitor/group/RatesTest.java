package dev.shardline.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RatesTest {

  @Test
  void tellHowLongUntilNothingIsLeft() {
    assertThat(new Rates(1, 3.5).timeToEmpty(100)).contains(Duration.ofSeconds(40));
  }

  @Test
  void tellNoTimeWhileThereIsNoLess() {
    assertThat(new Rates(2, 2).timeToEmpty(100)).isEmpty();
    assertThat(new Rates(3, 2).timeToEmpty(100)).isEmpty();
    assertThat(new Rates(0, 0).timeToEmpty(100)).isEmpty();
  }

  @Test
  void tellThatNothingIsLeftWhateverComes() {
    assertThat(new Rates(3, 2).timeToEmpty(0)).contains(Duration.ZERO);
  }

  @Test
  void tellAVeryLongTimeWithoutFailing() {
    assertThat(new Rates(1, Math.nextUp(1.0)).timeToEmpty(Long.MAX_VALUE / 2_000).orElseThrow())
        .isGreaterThan(Duration.ofDays(1_000_000));
  }
}
