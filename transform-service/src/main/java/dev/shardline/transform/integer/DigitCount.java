package dev.shardline.transform.integer;

import java.math.BigInteger;

/**
 * The number of decimal digits of a natural number, exactly, without converting it.
 *
 * <p>The 62 leading bits give value = m · 2ᵉ (m cut off by less than 1 part in 2⁶¹), and log₁₀ m +
 * e · log₁₀ 2 in doubles is off by at most 10⁻¹⁶ per bit plus 4 · 10⁻¹⁵. Only if an integer lies
 * within ten times that is the number compared with the power of ten itself, which costs about as
 * much as computing a number of that size.
 *
 * <p>Stateless and safe for use by any number of threads.
 */
public final class DigitCount {
  private static final int LEADING_BITS = 62;
  private static final double LOG10_2 = Math.log10(2);
  private static final double ERROR_PER_BIT = 1e-16;
  private static final double ERROR_FIXED = 4e-15;
  private static final double SAFETY = 10;

  private DigitCount() {}

  /**
   * Counts the decimal digits; 0 has one.
   *
   * @param checkpoint called on the calling thread between the steps of a long comparison; an
   *     unchecked exception that it throws abandons the count and reaches the caller
   * @throws IllegalArgumentException if the value is negative
   */
  public static long of(BigInteger value, Runnable checkpoint) {
    int bits = NonNegative.require(value).bitLength();
    if (bits < Long.SIZE) {
      return Long.toString(value.longValue()).length();
    }
    int exponent = bits - LEADING_BITS;
    double leading = (double) value.shiftRight(exponent).longValue();
    double log10 = Math.log10(leading) + exponent * LOG10_2;
    double nearest = Math.rint(log10);
    if (Math.abs(log10 - nearest) > SAFETY * (ERROR_PER_BIT * bits + ERROR_FIXED)) {
      return (long) Math.floor(log10) + 1;
    }
    int power = (int) nearest;
    return value.compareTo(PowerOfTen.of(power, checkpoint)) >= 0 ? power + 1L : power;
  }
}
