package dev.shardline.ingest.shard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowNumberTest {

  private static final RowNumber NUMBER = new RowNumber("amount");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0e999999999, 0",
    "2500, 2500",
    "2500.0, 2500",
    "2.5e3, 2500",
    "2500e-2, 25",
    "9223372036854775807, 9223372036854775807",
    "9.223372036854775807E+18, 9223372036854775807"
  })
  void readsAnInteger(String text, long number) {
    assertThat(NUMBER.read(text)).isEqualTo(new Row.Usable(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "2.5",
        "1e-1",
        "9223372036854775808",
        "1e19",
        "1e400",
        "abc",
        "0x10",
        "1_000",
        "1 000",
        "٣",
        "NaN",
        "Infinity",
        "-",
        ""
      })
  void refusesWhatIsNoIntegerOfItsRange(String text) {
    assertThat(NUMBER.read(text))
        .isEqualTo(new Row.Unusable("amount: " + RowNumber.EXPECTED + ", was " + text));
  }

  @Test
  @Timeout(10)
  void refusesANumberThatWouldFillTheMemory() {
    assertThat(NUMBER.read("1e999999999")).isInstanceOf(Row.Unusable.class);
    assertThat(NUMBER.read("1e-999999999")).isInstanceOf(Row.Unusable.class);
    assertThat(NUMBER.read("9".repeat(1_000_000))).isInstanceOf(Row.Unusable.class);
  }

  @Test
  void repeatsNoHalfOfACharacterThatNeedsTwo() {
    assertThat(NUMBER.read("x".repeat(56) + "😀".repeat(5)))
        .isEqualTo(
            new Row.Unusable("amount: " + RowNumber.EXPECTED + ", was " + "x".repeat(56) + "?..."));
    assertThat(NUMBER.read("\ud800"))
        .isEqualTo(new Row.Unusable("amount: " + RowNumber.EXPECTED + ", was ?"));
  }

  @Test
  void shortensWhatItRepeats() {
    assertThat(NUMBER.read("x".repeat(1000)))
        .isEqualTo(
            new Row.Unusable("amount: " + RowNumber.EXPECTED + ", was " + "x".repeat(57) + "..."));
  }
}
