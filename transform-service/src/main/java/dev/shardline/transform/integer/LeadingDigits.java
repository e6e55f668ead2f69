package dev.shardline.transform.integer;

import java.math.BigInteger;

/**
 * The leading decimal digits of a natural number, exactly: the integer part of value / 10^(digits −
 * 20), from the leading 256 bits and a power of ten in the same precision. Only if the rounding
 * leaves two candidates (as for a round multiple of a high power of ten) is the division done in
 * full.
 *
 * <p>Stateless and safe for use by any number of threads.
 */
public final class LeadingDigits {
  /** How many digits are given of a number that has as many. */
  public static final int LIMIT = 20;

  private LeadingDigits() {}

  /**
   * The first 20 decimal digits, or the whole number if it has no more than that.
   *
   * @param checkpoint called on the calling thread between the steps of a division in full; an
   *     unchecked exception that it throws abandons the digits and reaches the caller
   * @throws IllegalArgumentException if the value is negative
   */
  public static String of(BigInteger value, Runnable checkpoint) {
    return of(value, DigitCount.of(value, checkpoint), checkpoint);
  }

  static String of(BigInteger value, long digits, Runnable checkpoint) {
    if (digits <= LIMIT) {
      return value.toString();
    }
    long cut = digits - LIMIT;
    return Enclosure.of(value)
        .floorOfQuotient(Enclosure.ofPowerOfTen(cut))
        .orElseGet(() -> value.divide(PowerOfTen.of(Math.toIntExact(cut), checkpoint)))
        .toString();
  }
}
