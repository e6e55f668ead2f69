package dev.shardline.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "0.0012345 | 0.00123",
        "0.123456 | 0.123",
        "1 | 1.00",
        "9.999 | 10.0",
        "99.96 | 100",
        "999.6 | 1000",
        "1234.5 | 1,235",
        "13300 | 13,300",
        "0.00000001 | 0.000000",
      })
  void hasThreeDigitsThatCount(double value, String text) {
    assertThat(ShortNumber.of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0 | 0", "0.1 | 0.1", "20 | 20", "0.001 | 0.001", "5000 | 5,000"})
  void hasNoUselessZeros(double value, String text) {
    assertThat(ShortNumber.round(value)).isEqualTo(text);
  }

  @Test
  void doesNotTellInfinity() {
    assertThat(ShortNumber.of(1.0 / 0)).isEqualTo("?");
  }
}
