package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTest {
  private static final int ONE_GO = (int) Product.BITS_IN_ONE_GO;

  private Random random;

  @BeforeEach
  void seed() {
    long seed = System.nanoTime();
    System.out.println("ProductTest seed " + seed);
    random = new Random(seed);
  }

  @Test
  void agreesWithBigIntegerOnFactorsOfAnyLength() {
    for (int i = 0; i < 20; i++) {
      BigInteger a = new BigInteger(random.nextInt(2 * ONE_GO), random);
      BigInteger b = new BigInteger(random.nextInt(2 * ONE_GO), random);
      assertAgrees(a, b);
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "2, 1", "1.99, 1", "1.5, 1", "3, 0.00001", "5, 0.01", "2, 2"})
  void agreesWithBigIntegerHoweverUnequalTheLengths(double longer, double shorter) {
    BigInteger a = new BigInteger((int) (longer * ONE_GO), random);
    BigInteger b = new BigInteger((int) (shorter * ONE_GO), random);
    assertAgrees(a, b);
    assertAgrees(b, a);
  }

  @Test
  void squares() {
    BigInteger a = new BigInteger(2 * ONE_GO, random);
    assertAgrees(a, a);
    assertAgrees(a.negate(), a.negate());
  }

  @Test
  void keepsTheSigns() {
    BigInteger a = new BigInteger(2 * ONE_GO, random);
    BigInteger b = new BigInteger(2 * ONE_GO, random);
    assertAgrees(a.negate(), b);
    assertAgrees(a, b.negate());
    assertAgrees(a.negate(), b.negate());
    assertAgrees(a.negate(), a);
  }

  @Test
  void carriesThroughNumbersOfOnesAndZeros() {
    BigInteger power = BigInteger.ONE.shiftLeft(2 * ONE_GO);
    BigInteger ones = power.subtract(BigInteger.ONE);
    assertAgrees(ones, ones);
    assertAgrees(power, ones);
    assertAgrees(power, power.add(BigInteger.ONE));
    assertAgrees(power, BigInteger.ZERO);
  }

  /** For the method itself, at sizes where its slices are a few words or none. */
  @Test
  void agreesWithBigIntegerOnShortFactorsCutInThree() {
    for (int i = 0; i < 5000; i++) {
      BigInteger a = new BigInteger(random.nextInt(600), random);
      BigInteger b = new BigInteger(random.nextInt(600), random).negate();
      assertThat(ToomCook3.product(a, b, () -> {})).isEqualTo(a.multiply(b));
      assertThat(ToomCook3.product(a, a, () -> {})).isEqualTo(a.multiply(a));
    }
  }

  @Test
  void endsInItsMidstWhenTheCheckpointThrows() {
    BigInteger a = new BigInteger(4 * ONE_GO, random);
    BigInteger b = new BigInteger(4 * ONE_GO, random);
    AtomicInteger all = new AtomicInteger();
    Product.of(a, b, all::incrementAndGet);
    int half = all.get() / 2;
    AtomicInteger calls = new AtomicInteger();

    assertThatThrownBy(() ->
            Product.of(
                a,
                b,
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

  private static void assertAgrees(BigInteger a, BigInteger b) {
    // A comparison of its own: AssertJ would write the numbers out in decimal.
    boolean agrees = Product.of(a, b, () -> {}).equals(a.multiply(b));
    assertThat(agrees).as("%d bits times %d bits", a.bitLength(), b.bitLength()).isTrue();
  }
}
