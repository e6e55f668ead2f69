package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
      String decimal = new BigInteger(random.nextInt(40_000), random).toString();
      assertThat(TrailingDigits.of(new BigInteger(decimal), () -> {}))
          .isEqualTo(decimal.substring(Math.max(0, decimal.length() - 20)));
    }
  }

  @Test
  void agreeWithTheRemainderOfNumbersAroundWholeWords() {
    IntStream sizes =
        IntStream.concat(IntStream.rangeClosed(60, 400), IntStream.rangeClosed(24_300, 24_800));
    for (int bits : sizes.toArray()) {
      BigInteger power = BigInteger.ONE.shiftLeft(bits);
      for (int offset = -3; offset <= 3; offset++) {
        BigInteger value = power.add(BigInteger.valueOf(offset));
        assertThat(TrailingDigits.of(value, () -> {})).isEqualTo(expected(value));
      }
    }
  }

  @Test
  void agreeWithTheRemainderOfMultiplesOfTheModulus() {
    for (int exponent :
        IntStream.concat(IntStream.range(20, 100), IntStream.range(7_350, 7_450)).toArray()) {
      BigInteger value = BigInteger.TEN.pow(exponent);
      assertThat(TrailingDigits.of(value, () -> {})).isEqualTo("0".repeat(20));
      assertThat(TrailingDigits.of(value.subtract(BigInteger.ONE), () -> {}))
          .isEqualTo("9".repeat(20));
    }
  }

  @Test
  void ofALongNumberAreFoundInPiecesWithACheckpointBeforeEach() {
    long seed = System.nanoTime();
    System.out.println("TrailingDigitsTest seed " + seed);
    BigInteger value = new BigInteger(70_000_000, new Random(seed)).setBit(70_000_000);
    AtomicInteger checkpoints = new AtomicInteger();

    assertThat(TrailingDigits.of(value, checkpoints::incrementAndGet)).isEqualTo(expected(value));
    assertThat(checkpoints).hasValue(2);
  }

  private static String expected(BigInteger value) {
    String digits = value.mod(BigInteger.TEN.pow(20)).toString();
    return value.compareTo(BigInteger.TEN.pow(20)) < 0
        ? digits
        : "0".repeat(20 - digits.length()) + digits;
  }
}
