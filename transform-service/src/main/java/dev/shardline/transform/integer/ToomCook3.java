package dev.shardline.transform.integer;

import java.math.BigInteger;

/**
 * Multiplication of two long integers of similar length by five products of a third of the length:
 * the factors are taken for polynomials of degree two, whose product is found from its values at 0,
 * 1, −1, 2 and ∞.
 *
 * <p>The sequence of evaluation and interpolation is that of Marco Bodrato, Towards Optimal
 * Toom-Cook Multiplication for Univariate and Multivariate Polynomials in Characteristic 2 and 0
 * (WAIFI 2007), which {@link BigInteger} uses too.
 */
final class ToomCook3 {
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private ToomCook3() {}

  /** The product; its five parts are computed by {@link Product}. */
  static BigInteger product(BigInteger a, BigInteger b, Runnable checkpoint) {
    int bits = Slices.wholeWords(Math.max(a.bitLength(), b.bitLength()) / 3);
    Slices sliced = Slices.of(a.abs(), bits);
    Values left = Values.of(sliced);
    // A square stays one: BigInteger squares faster than it multiplies.
    Values right = a.equals(b) ? left : Values.of(Slices.of(b.abs(), bits));
    BigInteger magnitude = left.times(right, checkpoint).interpolated(bits);
    return a.signum() == b.signum() ? magnitude : magnitude.negate();
  }

  /** The values of a polynomial at the five points. */
  private record Values(
      BigInteger at0, BigInteger at1, BigInteger atMinus1, BigInteger at2, BigInteger atInfinity) {

    static Values of(Slices slices) {
      BigInteger outer = slices.high().add(slices.low());
      BigInteger at1 = outer.add(slices.middle());
      return new Values(
          slices.low(),
          at1,
          outer.subtract(slices.middle()),
          at1.add(slices.high()).shiftLeft(1).subtract(slices.low()),
          slices.high());
    }

    Values times(Values other, Runnable checkpoint) {
      return new Values(
          Product.of(at0, other.at0, checkpoint),
          Product.of(at1, other.at1, checkpoint),
          Product.of(atMinus1, other.atMinus1, checkpoint),
          Product.of(at2, other.at2, checkpoint),
          Product.of(atInfinity, other.atInfinity, checkpoint));
    }

    /** The polynomial of degree four with these values, at 2^bits. */
    BigInteger interpolated(int bits) {
      BigInteger odd = at1.subtract(atMinus1).shiftRight(1);
      BigInteger aboveLow = at1.subtract(at0);
      BigInteger third =
          at2.subtract(atMinus1)
              .divide(THREE)
              .subtract(aboveLow)
              .shiftRight(1)
              .subtract(atInfinity.shiftLeft(1));
      BigInteger second = aboveLow.subtract(odd).subtract(atInfinity);
      BigInteger first = odd.subtract(third);
      return atInfinity
          .shiftLeft(bits)
          .add(third)
          .shiftLeft(bits)
          .add(second)
          .shiftLeft(bits)
          .add(first)
          .shiftLeft(bits)
          .add(at0);
    }
  }
}
