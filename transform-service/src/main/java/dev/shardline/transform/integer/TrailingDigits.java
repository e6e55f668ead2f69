package dev.shardline.transform.integer;

import java.math.BigInteger;

/**
 * The trailing decimal digits of a natural number: its remainder by 10²⁰, in one linear pass.
 *
 * <p>Stateless and safe for use by any number of threads.
 */
public final class TrailingDigits {
  /** How many digits are given of a number that has as many. */
  public static final int LIMIT = 20;

  private static final BigInteger MODULUS = BigInteger.TEN.pow(LIMIT);

  private TrailingDigits() {}

  /**
   * The last 20 decimal digits, leading zeros among them kept, or the whole number if it has no
   * more than that.
   *
   * @throws IllegalArgumentException if the value is negative
   */
  public static String of(BigInteger value) {
    if (NonNegative.require(value).compareTo(MODULUS) < 0) {
      return value.toString();
    }
    String digits = value.mod(MODULUS).toString();
    return "0".repeat(LIMIT - digits.length()) + digits;
  }
}
