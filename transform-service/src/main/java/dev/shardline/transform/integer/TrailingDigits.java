package dev.shardline.transform.integer;

import java.math.BigInteger;

/**
 * The trailing decimal digits of a natural number: its remainder by 10²⁰, in linear time.
 *
 * <p>Stateless and safe for use by any number of threads.
 */
public final class TrailingDigits {
  /** How many digits are given of a number that has as many. */
  public static final int LIMIT = 20;

  private static final BigInteger MODULUS = BigInteger.TEN.pow(LIMIT);

  /** The remainder of a number with no more bits is computed in one go: some 10 ms. */
  private static final int BITS_IN_ONE_GO = 1 << 24;

  private TrailingDigits() {}

  /**
   * The last 20 decimal digits, leading zeros among them kept, or the whole number if it has no
   * more than that.
   *
   * @param checkpoint called on the calling thread before each piece of the work; an unchecked
   *     exception that it throws abandons the digits and reaches the caller
   * @throws IllegalArgumentException if the value is negative
   */
  public static String of(BigInteger value, Runnable checkpoint) {
    if (NonNegative.require(value).compareTo(MODULUS) < 0) {
      return value.toString();
    }
    String digits = remainder(value, checkpoint).toString();
    return "0".repeat(LIMIT - digits.length()) + digits;
  }

  private static BigInteger remainder(BigInteger value, Runnable checkpoint) {
    checkpoint.run();
    int bits = value.bitLength() / 2;
    if (bits < BITS_IN_ONE_GO / 2) {
      return value.mod(MODULUS);
    }
    BigInteger upper = value.shiftRight(bits);
    BigInteger low = value.subtract(upper.shiftLeft(bits));
    return BigInteger.TWO
        .modPow(BigInteger.valueOf(bits), MODULUS)
        .multiply(remainder(upper, checkpoint))
        .add(remainder(low, checkpoint))
        .mod(MODULUS);
  }
}
