package dev.shardline.transform.integer;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * All decimal digits of an integer of any size: those of {@link BigInteger#toString()}, with a
 * checkpoint every few tens of milliseconds, and without the whole text in memory.
 *
 * <p>Divide and conquer: a number of 2m digits is divided by 10^m, and both halves are written on
 * their own. As 10^m = 2^m · 5^m the division is one by a {@linkplain PowerOfFive power of five},
 * and a shift.
 *
 * <p>Not safe for use by several threads; {@link #write} is.
 */
public final class DecimalDigits {
  /**
   * Peak heap over the size of the value, which is when it is first divided: the value, the powers
   * with their reciprocals (together twice the value), a product of half the size and its parts.
   * Measured as the smallest heap of a JVM less what it needs for a small value: 9.5 with the
   * serial collector and 12.4 with G1 at a value of 0.63 MB, and from 14 to 16 with G1 at 2.31 MB,
   * as its regions do not fill up.
   */
  private static final long TIMES_THE_VALUE = 18;

  private final List<PowerOfFive> powers;
  private final OutputStream out;
  private final DecimalSteps steps;
  private boolean begun;

  private DecimalDigits(List<PowerOfFive> powers, OutputStream out, DecimalSteps steps) {
    this.powers = powers;
    this.out = out;
    this.steps = steps;
  }

  /**
   * The heap, in bytes, that is enough to write the value out, the value itself included. An
   * estimate from above, some 18 MB for a million bytes of value.
   */
  public static long memoryDemand(BigInteger value) {
    return TIMES_THE_VALUE * Math.ceilDiv(value.bitLength(), Byte.SIZE);
  }

  /**
   * Writes the integer out in ASCII, with a minus sign in front of a negative one. The first digits
   * come after most of the work.
   *
   * @param out gets the text in pieces; neither flushed nor closed
   * @param checkpoint called on the calling thread before each piece of the work; an unchecked
   *     exception that it throws abandons the text and reaches the caller
   * @throws IOException what {@code out} threw
   * @throws ArithmeticException if the value has more than 2³¹ − 10⁵ bits, where the numbers in
   *     between can exceed the largest BigInteger
   */
  public static void write(BigInteger value, OutputStream out, Runnable checkpoint)
      throws IOException {
    long digits = DigitCount.of(value.abs(), checkpoint);
    write(value, digits, out, DecimalSteps.ofJava(checkpoint));
  }

  /**
   * As {@link #write(BigInteger, OutputStream, Runnable)}, with steps of one's own.
   *
   * @param digits how many the value has
   * @param steps what they throw abandons the text and reaches the caller
   */
  public static void write(BigInteger value, long digits, OutputStream out, DecimalSteps steps)
      throws IOException {
    BigInteger magnitude = value.abs();
    List<PowerOfFive> powers = powers(digits, steps);
    if (value.signum() < 0) {
      out.write('-');
    }
    new DecimalDigits(powers, out, steps).write(magnitude, powers.size());
  }

  /** From the smallest on, each the square of the one before; the last halves the digits. */
  private static List<PowerOfFive> powers(long digits, DecimalSteps steps) {
    int halvings = 0;
    while (Math.ceilDiv(digits, 1L << halvings) > steps.digitsInOneGo()) {
      halvings++;
    }
    List<PowerOfFive> powers = new ArrayList<>();
    if (halvings > 0) {
      PowerOfFive power = PowerOfFive.of((int) Math.ceilDiv(digits, 1L << halvings));
      powers.add(power);
      while (powers.size() < halvings) {
        power = power.squared(steps);
        powers.add(power);
      }
    }
    return powers;
  }

  private void write(BigInteger natural, int halvings) throws IOException {
    if (halvings == 0) {
      writeLeaf(natural);
      return;
    }
    PowerOfFive power = powers.get(halvings - 1);
    int m = power.exponent();
    BigInteger upper = natural.shiftRight(m);
    BigInteger even = natural.subtract(upper.shiftLeft(m));
    BigInteger[] parts = power.divide(upper, steps);
    BigInteger low = parts[1].shiftLeft(m).add(even);
    write(parts[0], halvings - 1);
    write(low, halvings - 1);
  }

  /** The first one has no leading zeros: halving loses fewer digits than a leaf has. */
  private void writeLeaf(BigInteger natural) throws IOException {
    String digits = steps.digits(natural);
    if (begun) {
      digits = "0".repeat(powers.getFirst().exponent() - digits.length()) + digits;
    }
    begun = true;
    out.write(digits.getBytes(StandardCharsets.US_ASCII));
  }
}
