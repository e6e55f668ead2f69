package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadingDigitsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "7", "9007199254740993", "9999999999999999999", "12345678901234567890"})
  void areTheWholeNumberUpToTwentyDigits(String number) {
    assertThat(LeadingDigits.of(new BigInteger(number), () -> {})).isEqualTo(number);
  }

  @Test
  void areTheFirstTwentyOfTwentyOne() {
    assertThat(LeadingDigits.of(new BigInteger("123456789012345678909"), () -> {}))
        .isEqualTo("12345678901234567890");
  }

  @Test
  void areExactAroundEveryPowerOfTen() {
    BigInteger power = BigInteger.ONE;
    for (int k = 1; k <= 1000; k++) {
      power = power.multiply(BigInteger.TEN);
      assertExact(power.subtract(BigInteger.ONE));
      assertExact(power);
      assertExact(power.add(BigInteger.ONE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 90, 91, 130, 500, 5000})
  void areExactWhereTheTwentiethDigitChanges(int zeros) {
    BigInteger step = BigInteger.TEN.pow(zeros);
    for (String digits : new String[] {"12345678901234567890", "99999999999999999999"}) {
      BigInteger round = new BigInteger(digits).multiply(step);
      assertExact(round.subtract(BigInteger.ONE));
      assertExact(round);
      assertExact(round.add(BigInteger.ONE));
      assertExact(round.add(step).subtract(BigInteger.ONE));
    }
  }

  @Test
  void agreeWithTheDecimalOfRandomNumbers() {
    long seed = System.nanoTime();
    System.out.println("LeadingDigitsTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      assertExact(new BigInteger(random.nextInt(6000), random));
    }
  }

  @Test
  void agreeWithAFullDivisionOfAHugeNumber() {
    BigInteger huge = BigInteger.valueOf(7).pow(500_000);
    long digits = DigitCount.of(huge, () -> {});
    BigInteger quotient = huge.divide(BigInteger.TEN.pow(Math.toIntExact(digits - 20)));
    assertThat(LeadingDigits.of(huge, () -> {})).isEqualTo(quotient.toString()).hasSize(20);
  }

  private static void assertExact(BigInteger value) {
    String decimal = value.toString();
    assertThat(LeadingDigits.of(value, () -> {}))
        .as("%s", decimal)
        .isEqualTo(decimal.substring(0, Math.min(decimal.length(), 20)));
  }
}
