package dev.shardline.transform.factorial;

import java.math.BigInteger;

/**
 * What is known of the factors a, a+1, …, b: their product, and the sum of their prefix products a
 * + a(a+1) + … + a(a+1)…b.
 */
record Prefixes(BigInteger product, BigInteger sum) {

  /** Of the factors from (inclusive) to (exclusive), in machine words: for short ranges. */
  static Prefixes ofRange(int from, int to) {
    WordAccumulator product = WordAccumulator.forFactors(from, to);
    WordAccumulator sum = WordAccumulator.forFactors(from, to);
    product.multiplyAdd(0, 1);
    FactorGroups groups = new FactorGroups(from, to);
    while (groups.advance()) {
      product.multiplyAdd(groups.product(), 0);
      sum.multiplyAdd(groups.product(), groups.sum());
    }
    return new Prefixes(product.toBigInteger(), sum.toBigInteger());
  }
}
