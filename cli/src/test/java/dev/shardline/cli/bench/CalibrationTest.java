package dev.shardline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

  @ParameterizedTest
  @CsvSource({"1.2, 2000", "1.5, 2000", "2.0, 2000", "1.7, 50", "1.7, 60000"})
  void findsANumberThatTakesAboutTheWantedTime(double power, long wantedMillis) throws Exception {
    Calibration.Cost cost = number -> millis(1000 * Math.pow(number / 300_000.0, power));

    long number = new Calibration(cost).numberFor(Duration.ofMillis(wantedMillis));

    assertThat((double) cost.of(number).toMillis())
        .isBetween(wantedMillis * 0.9, wantedMillis * 1.1);
  }

  @Test
  void isNotMisledByAJvmThatIsStillCold() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    Calibration.Cost warm = number -> millis(1000 * Math.pow(number / 300_000.0, 1.7));

    long number =
        new Calibration(n -> warm.of(n).multipliedBy(tries.incrementAndGet() <= 2 ? 2 : 1))
            .numberFor(Duration.ofSeconds(2));

    assertThat((double) warm.of(number).toMillis()).isBetween(1800.0, 2200.0);
  }

  @Test
  void endsWhereNoNumberTakesTheWantedTime() throws Exception {
    AtomicInteger tries = new AtomicInteger();

    long number =
        new Calibration(
                any -> {
                  tries.incrementAndGet();
                  return Duration.ZERO;
                })
            .numberFor(Duration.ofSeconds(2));

    assertThat(number).isEqualTo(10_000_000);
    assertThat(tries).hasValueLessThanOrEqualTo(10);
  }

  private static Duration millis(double millis) {
    return Duration.ofNanos((long) (millis * 1e6));
  }
}
