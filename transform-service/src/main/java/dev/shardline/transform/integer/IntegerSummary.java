package dev.shardline.transform.integer;

import java.math.BigInteger;

/**
 * A natural number of any size in four short facts.
 *
 * @param digits how many decimal digits it has; 0 has one
 * @param sha256 its {@linkplain Fingerprint#sha256 fingerprint}
 * @param leading its first 20 decimal digits, or all of them
 * @param trailing its last 20 decimal digits with their leading zeros, or all of them
 */
public record IntegerSummary(long digits, String sha256, String leading, String trailing) {

  /**
   * Summarises the number in time linear in its size, but for rare numbers very close to a power of
   * ten.
   *
   * @param checkpoint called on the calling thread every few tens of milliseconds; an unchecked
   *     exception that it throws abandons the summary and reaches the caller
   * @throws IllegalArgumentException if the value is negative
   */
  public static IntegerSummary of(BigInteger value, Runnable checkpoint) {
    long digits = DigitCount.of(value, checkpoint);
    byte[] bytes = value.toByteArray();
    return new IntegerSummary(
        digits,
        Fingerprint.sha256(bytes, checkpoint),
        LeadingDigits.of(value, digits, checkpoint),
        TrailingDigits.of(value, bytes, checkpoint));
  }
}
