package dev.shardline.transform.integer;

import java.math.BigInteger;

/**
 * 5^exponent with its reciprocal, to divide by it with multiplications alone.
 *
 * <p>The reciprocal is that of Newton's method: the one of the square root, squared, is right in
 * the leading half of the bits, and one step doubles them (Brent and Zimmermann, Modern Computer
 * Arithmetic, 2010, section 4.2).
 *
 * @param power 5^exponent, exactly
 * @param reciprocal r ≈ 2^{@link #precision()} / power, from below: the residue 2^precision − r ·
 *     power is in [0, 2 · power)
 */
record PowerOfFive(int exponent, BigInteger power, BigInteger reciprocal) {

  /** Bits beyond what a quotient needs; a step from one to the next power costs up to eight. */
  private static final int GUARD_BITS = 8;

  /** With the reciprocal by a division in full: for small exponents. */
  static PowerOfFive of(int exponent) {
    BigInteger power = BigInteger.valueOf(5).pow(exponent);
    int precision = precision(power, exponent);
    return new PowerOfFive(exponent, power, BigInteger.ONE.shiftLeft(precision).divide(power));
  }

  /** Of twice the exponent. */
  PowerOfFive squared(DecimalSteps steps) {
    BigInteger square = steps.product(power, power);
    // Half of the squared reciprocal is noise. What is left has a residue below 2 · square: the
    // residue of this reciprocal, below 2 · power, adds 4 · power · 2^precision, which is below
    // square after the cut, and the cut itself adds at most square.
    int cut = precision() - power.bitLength() + 3;
    int rootPrecision = 2 * precision() - cut;
    BigInteger root = steps.product(reciprocal, reciprocal).shiftRight(cut);
    BigInteger residue =
        BigInteger.ONE.shiftLeft(rootPrecision).subtract(steps.product(root, square));
    // (2^p − ρ)(2^p + ρ) = 2^2p − ρ², with p the precision and ρ the residue: the next residue is
    // ρ² before the second cut, and as that removes more bits than ρ² / square has, it ends below
    // square, too; again the cut adds at most square.
    int excess = 2 * rootPrecision - precision(square, 2 * exponent);
    BigInteger refinement = steps.product(root, residue).shiftRight(excess);
    BigInteger refined = root.shiftLeft(rootPrecision - excess).add(refinement);
    return new PowerOfFive(2 * exponent, square, refined);
  }

  int precision() {
    return precision(power, exponent);
  }

  /** Enough for the quotient of power² · 2^exponent − 1, the largest dividend. */
  private static int precision(BigInteger power, int exponent) {
    return 2 * power.bitLength() + exponent + GUARD_BITS;
  }

  /**
   * Divides by the power.
   *
   * @param dividend 0 to (exclusive) power² · 2^exponent
   * @return quotient and remainder
   */
  BigInteger[] divide(BigInteger dividend, DecimalSteps steps) {
    if (dividend.compareTo(power) < 0) {
      return new BigInteger[] {BigInteger.ZERO, dividend};
    }
    // Too small by at most 2: the reciprocal's residue, the bits cut off the dividend, and the
    // rounding each take less than 1.
    int cut = power.bitLength() - 1;
    BigInteger quotient =
        steps.product(dividend.shiftRight(cut), reciprocal).shiftRight(precision() - cut);
    // The remainder is then below 3 · power, so the bits above are known to cancel.
    int bits = Slices.wholeWords(power.bitLength() + 1);
    BigInteger multiple = steps.product(lowest(quotient, bits), power);
    BigInteger remainder = lowest(lowest(dividend, bits).subtract(lowest(multiple, bits)), bits);
    while (remainder.compareTo(power) >= 0) {
      remainder = remainder.subtract(power);
      quotient = quotient.add(BigInteger.ONE);
    }
    return new BigInteger[] {quotient, remainder};
  }

  /** value modulo 2^bits. */
  private static BigInteger lowest(BigInteger value, int bits) {
    return value.subtract(value.shiftRight(bits).shiftLeft(bits));
  }
}
