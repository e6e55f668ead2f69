package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.transform.factorial.FactorialSum;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitCountTest {

  @Test
  void countsOneDigitForZero() {
    assertThat(DigitCount.of(BigInteger.ZERO, () -> {})).isEqualTo(1);
  }

  @Test
  void changesExactlyAtEveryPowerOfTen() {
    BigInteger power = BigInteger.ONE;
    for (int k = 1; k <= 4000; k++) {
      power = power.multiply(BigInteger.TEN);
      assertChangesAt(power, k);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 100_000, 300_000})
  void changesExactlyAtAHugePowerOfTen(int k) {
    assertChangesAt(BigInteger.TEN.pow(k), k);
  }

  @ParameterizedTest
  @ValueSource(ints = {19, 20, 100, 1000, 10_000, 50_000})
  void isExactOnBothSidesOfWhereDoublesCannotTell(int k) {
    // Distances of 1 part in 2 to 2^80 lie on both sides of the error bound, whatever k is.
    BigInteger power = BigInteger.TEN.pow(k);
    for (int distance = 1; distance <= 80; distance++) {
      BigInteger delta = power.shiftRight(distance).max(BigInteger.ONE);
      assertThat(DigitCount.of(power.subtract(delta), () -> {})).as("2^-%d", distance).isEqualTo(k);
      assertThat(DigitCount.of(power.add(delta), () -> {})).as("2^-%d", distance).isEqualTo(k + 1L);
    }
  }

  @Test
  void agreesWithTheDecimalOfRandomNumbers() {
    long seed = System.nanoTime();
    System.out.println("DigitCountTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 3000; i++) {
      BigInteger value = new BigInteger(random.nextInt(3000), random);
      assertThat(DigitCount.of(value, () -> {}))
          .as("%s", value)
          .isEqualTo(value.toString().length());
    }
  }

  @Test
  void countsAPowerOfTwoTooLargeToWriteOut() {
    // 2^27 times log10(2) = 0.30102999566398119521… is 40403562.0778…
    assertThat(DigitCount.of(BigInteger.ONE.shiftLeft(1 << 27), () -> {})).isEqualTo(40_403_563L);
  }

  @ParameterizedTest
  @CsvSource({"2800, 8435", "10000, 35656", "30000, 121283", "100000, 456569"})
  void countsTheDigitsOfSumsOfFactorials(int n, long digits) {
    assertThat(DigitCount.of(FactorialSum.of(n, () -> {}), () -> {})).isEqualTo(digits);
  }

  private static void assertChangesAt(BigInteger power, int k) {
    assertThat(DigitCount.of(power.subtract(BigInteger.ONE), () -> {}))
        .as("10^%d - 1", k)
        .isEqualTo(k);
    assertThat(DigitCount.of(power, () -> {})).as("10^%d", k).isEqualTo(k + 1L);
    assertThat(DigitCount.of(power.add(BigInteger.ONE), () -> {}))
        .as("10^%d + 1", k)
        .isEqualTo(k + 1L);
  }
}
