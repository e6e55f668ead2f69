package dev.shardline.transform.integer;

import java.math.BigInteger;

/** The one precondition of this package: natural numbers only. */
final class NonNegative {
  /** Up to here a refused number is quoted; writing out a larger one would take too long. */
  private static final int QUOTED_BITS = 256;

  private NonNegative() {}

  /**
   * Returns the value.
   *
   * @throws IllegalArgumentException if it is negative; the message names it
   */
  static BigInteger require(BigInteger value) {
    if (value.signum() >= 0) {
      return value;
    }
    String named =
        value.bitLength() <= QUOTED_BITS
            ? value.toString()
            : "a negative number of " + value.bitLength() + " bits";
    throw new IllegalArgumentException("value must not be negative, was " + named);
  }
}
