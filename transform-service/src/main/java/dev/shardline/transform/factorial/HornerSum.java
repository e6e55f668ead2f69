package dev.shardline.transform.factorial;

import java.math.BigInteger;

/**
 * f(n) by Horner's rule from the inside out, 1(1 + 2(1 + 3(1 + …))), in place on machine words.
 * Quadratic, with a very small constant: the faster way for small n.
 */
final class HornerSum {
  /** Too rare to be felt at n = 1000, and still within 10 ms of one another at n = 1,000,000. */
  private static final int PASSES_PER_CHECKPOINT = 32;

  private HornerSum() {}

  static BigInteger of(int n, Runnable checkpoint) {
    return ofRange(1, n, checkpoint);
  }

  /** The sum of prefix products a + a(a+1) + … of the factors from (inclusive) to (exclusive). */
  static BigInteger ofRange(int from, int to, Runnable checkpoint) {
    WordAccumulator sum = WordAccumulator.forFactors(from, to);
    FactorGroups groups = new FactorGroups(from, to);
    for (int pass = 0; groups.advance(); pass++) {
      if (pass % PASSES_PER_CHECKPOINT == 0) {
        checkpoint.run();
      }
      sum.multiplyAdd(groups.product(), groups.sum());
    }
    return sum.toBigInteger();
  }
}
