package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerOfFiveTest {

  private static final DecimalSteps STEPS = DecimalSteps.ofJava(() -> {});

  @Test
  void hasAReciprocalFromBelowWithALessThanDoubleResidue() {
    for (int exponent = 1; exponent < 300; exponent++) {
      PowerOfFive power = PowerOfFive.of(exponent);
      for (int squarings = 0; squarings < 6; squarings++) {
        assertReciprocal(power);
        power = power.squared(STEPS);
      }
    }
  }

  @Test
  void keepsItsReciprocalOverManySquarings() {
    PowerOfFive power = PowerOfFive.of(1);
    for (int squarings = 0; squarings < 20; squarings++) {
      power = power.squared(STEPS);
      assertReciprocal(power);
    }
    boolean exact = power.power().equals(BigInteger.valueOf(5).pow(1 << 20));
    assertThat(exact).isTrue();
  }

  @Test
  void dividesExactlyAtTheEdgesOfEveryQuotient() {
    for (int exponent = 1; exponent < 200; exponent++) {
      PowerOfFive power = PowerOfFive.of(exponent).squared(STEPS);
      BigInteger end = power.power().pow(2).shiftLeft(power.exponent());
      assertDivides(BigInteger.ZERO, power);
      assertDivides(end.subtract(BigInteger.ONE), power);
      for (BigInteger near : new BigInteger[] {power.power(), end.subtract(power.power())}) {
        assertDivides(near.subtract(BigInteger.ONE), power);
        assertDivides(near, power);
        assertDivides(near.add(BigInteger.ONE), power);
      }
    }
  }

  @Test
  void dividesRandomNumbersExactly() {
    long seed = System.nanoTime();
    System.out.println("PowerOfFiveTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      PowerOfFive power = PowerOfFive.of(1 + random.nextInt(300)).squared(STEPS);
      int bits = 2 * power.power().bitLength() - 2 + power.exponent();
      assertDivides(new BigInteger(random.nextInt(bits + 1), random), power);
    }
  }

  private static void assertReciprocal(PowerOfFive power) {
    BigInteger residue =
        BigInteger.ONE
            .shiftLeft(power.precision())
            .subtract(power.reciprocal().multiply(power.power()));
    boolean inRange = residue.signum() >= 0 && residue.compareTo(power.power().shiftLeft(1)) < 0;
    assertThat(inRange).as("5^%d", power.exponent()).isTrue();
  }

  private static void assertDivides(BigInteger dividend, PowerOfFive power) {
    assertThat(power.divide(dividend, STEPS))
        .as("%s by 5^%d", dividend, power.exponent())
        .containsExactly(dividend.divideAndRemainder(power.power()));
  }
}
