package dev.shardline.transform.integer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalDigitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "-1", "10", "-1234567890123456789012345678901234567890"})
  void areThoseOfASmallNumber(String number) throws IOException {
    assertThat(text(new BigInteger(number))).isEqualTo(number);
  }

  @Test
  void areThoseOfRandomNumbers() throws IOException {
    long seed = System.nanoTime();
    System.out.println("DecimalDigitsTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      BigInteger value = new BigInteger(random.nextInt(3_000_000), random);
      assertSameAsToString(i % 2 == 0 ? value : value.negate());
    }
  }

  /** Where another halving begins, and the text has one digit more. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16})
  void areThoseOfNumbersAroundPowersOfTen(int leaves) throws IOException {
    for (int digits = leaves * JavaSteps.IN_ONE_GO - 1;
        digits <= leaves * JavaSteps.IN_ONE_GO + 1;
        digits++) {
      BigInteger power = BigInteger.TEN.pow(digits);
      assertSameAsToString(power.subtract(BigInteger.ONE));
      assertSameAsToString(power);
      assertSameAsToString(power.add(BigInteger.ONE));
    }
  }

  @Test
  void keepTheZerosWithinANumber() throws IOException {
    BigInteger sparse = BigInteger.TEN.pow(JavaSteps.IN_ONE_GO * 5).add(BigInteger.TEN.pow(777));
    assertSameAsToString(sparse);
    assertSameAsToString(sparse.shiftLeft(1_000_000));
  }

  @Test
  void endInTheirMidstWhenTheCheckpointThrows() throws IOException {
    BigInteger value = BigInteger.ONE.shiftLeft(4_000_000);
    AtomicInteger all = new AtomicInteger();
    DecimalDigits.write(value, OutputStream.nullOutputStream(), all::incrementAndGet);
    int half = all.get() / 2;
    AtomicInteger calls = new AtomicInteger();

    assertThatThrownBy(() ->
            DecimalDigits.write(
                value,
                OutputStream.nullOutputStream(),
                () -> {
                  if (calls.incrementAndGet() == half) {
                    throw new CancellationException("half way");
                  }
                }))
        .isInstanceOf(CancellationException.class)
        .hasMessage("half way");
    assertThat(half).isGreaterThan(10);
    assertThat(calls).hasValue(half);
  }

  @Test
  void handOnWhatTheStreamThrows() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("the disk is full");
          }
        };

    assertThatThrownBy(() -> DecimalDigits.write(BigInteger.TEN, full, () -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is full");
  }

  private static void assertSameAsToString(BigInteger value) throws IOException {
    // A comparison of its own: AssertJ would print both texts.
    boolean same = text(value).equals(value.toString());
    assertThat(same).as("a number of %d bits", value.bitLength()).isTrue();
  }

  private static String text(BigInteger value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DecimalDigits.write(value, out, () -> {});
    return out.toString(US_ASCII);
  }
}
