package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrailingDigitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "9999999999999999999", "10000000000000000000"})
  void areTheWholeNumberUpToTwentyDigits(String number) {
    assertThat(TrailingDigits.of(new BigInteger(number), () -> {})).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "100000000000000000000, 00000000000000000000",
    "100000000000000000001, 00000000000000000001",
    "123456789012345678909, 23456789012345678909",
    "999900000000000000000000042, 00000000000000000042"
  })
  void keepTheirLeadingZerosInALongerNumber(String number, String trailing) {
    assertThat(TrailingDigits.of(new BigInteger(number), () -> {})).isEqualTo(trailing);
  }

  @Test
  void agreeWithTheDecimalOfRandomNumbers() {
    long seed = System.nanoTime();
    System.out.println("TrailingDigitsTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      String decimal = new BigInteger(random.nextInt(3000), random).toString();
      assertThat(TrailingDigits.of(new BigInteger(decimal), () -> {}))
          .isEqualTo(decimal.substring(Math.max(0, decimal.length() - 20)));
    }
  }
}
