package dev.shardline.cli.bench.arithmetic;

import java.math.BigInteger;

/** The factorial sum as one would write it down, on {@link BigInteger} alone. */
final class PlainSums {

  /** The modulus by which all are checked, a prime of which every product fits a long. */
  static final long MODULUS = Integer.MAX_VALUE;

  private PlainSums() {}

  /**
   * As the tutorial's {@code sum(math.factorial(i) for i in range(1, n))}: each factorial from its
   * first factor on, its factors multiplied in halves as Python's library does.
   */
  static BigInteger everyFactorialAnew(int n) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 1; i < n; i++) {
      sum = sum.add(product(1, i + 1));
    }
    return sum;
  }

  /** Each factorial from the one before it. */
  static BigInteger runningProduct(int n) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger factorial = BigInteger.ONE;
    for (int i = 1; i < n; i++) {
      factorial = factorial.multiply(BigInteger.valueOf(i));
      sum = sum.add(factorial);
    }
    return sum;
  }

  /** The sum modulo {@link #MODULUS}, by a way of its own. */
  static long residue(int n) {
    long sum = 0;
    long factorial = 1;
    for (int i = 1; i < n; i++) {
      factorial = factorial * i % MODULUS;
      sum = (sum + factorial) % MODULUS;
    }
    return sum;
  }

  /** From (inclusive) to (exclusive). */
  private static BigInteger product(int from, int to) {
    if (to - from <= 8) {
      BigInteger product = BigInteger.valueOf(from);
      for (int i = from + 1; i < to; i++) {
        product = product.multiply(BigInteger.valueOf(i));
      }
      return product;
    }
    int middle = (from + to) >>> 1;
    return product(from, middle).multiply(product(middle, to));
  }
}
