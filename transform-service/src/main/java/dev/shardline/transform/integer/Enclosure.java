package dev.shardline.transform.integer;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A positive number known to lie in [low, high] · 2^exponent: interval arithmetic in fixed
 * precision, always rounded outwards, so that what it decides is certain. Exact (low = high) as
 * long as everything fits into the precision.
 */
record Enclosure(BigInteger low, BigInteger high, long exponent) {
  /**
   * Twenty digits need 67 bits; a power of ten up to the largest BigInteger loses fewer than 70 to
   * rounding. The rest makes the undecided case a matter of numbers that are (or touch) a round
   * multiple of a power of ten, not of chance.
   */
  private static final int PRECISION = 256;

  static Enclosure of(BigInteger positive) {
    return rounded(positive, positive, 0);
  }

  /** 10^power, for power ≥ 0. The power of two in it goes to the exponent, exactly. */
  static Enclosure ofPowerOfTen(long power) {
    Enclosure five = of(BigInteger.valueOf(5));
    Enclosure result = of(BigInteger.ONE);
    for (int bit = Long.SIZE - Long.numberOfLeadingZeros(power) - 1; bit >= 0; bit--) {
      result = result.times(result);
      if ((power >>> bit & 1) == 1) {
        result = result.times(five);
      }
    }
    return new Enclosure(result.low, result.high, result.exponent + power);
  }

  Enclosure times(Enclosure other) {
    return rounded(low.multiply(other.low), high.multiply(other.high), exponent + other.exponent);
  }

  /** The integer part of this / divisor; empty if the enclosures are too wide to tell. */
  Optional<BigInteger> floorOfQuotient(Enclosure divisor) {
    int shift = Math.toIntExact(exponent - divisor.exponent);
    BigInteger least = floorOfQuotient(low, divisor.high, shift);
    BigInteger most = floorOfQuotient(high, divisor.low, shift);
    return least.equals(most) ? Optional.of(least) : Optional.empty();
  }

  private static BigInteger floorOfQuotient(BigInteger dividend, BigInteger divisor, int shift) {
    return shift >= 0
        ? dividend.shiftLeft(shift).divide(divisor)
        : dividend.divide(divisor.shiftLeft(-shift));
  }

  private static Enclosure rounded(BigInteger low, BigInteger high, long exponent) {
    int excess = high.bitLength() - PRECISION;
    if (excess <= 0) {
      return new Enclosure(low, high, exponent);
    }
    // The negation twice turns the floor of an arithmetic shift into a ceiling.
    BigInteger ceiling = high.negate().shiftRight(excess).negate();
    return new Enclosure(low.shiftRight(excess), ceiling, exponent + excess);
  }
}
