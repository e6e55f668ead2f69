package dev.shardline.transform.gmp;

import dev.shardline.transform.factorial.FactorGroups;
import dev.shardline.transform.factorial.FactorialRanges;
import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.SpareCores;
import dev.shardline.transform.factorial.WordAccumulator;
import java.math.BigInteger;
import java.util.List;

/**
 * f(n), the sum of i! for 1 ≤ i &lt; n, by binary splitting in native memory. The factors of short
 * ranges are multiplied in Java's machine words, all else by GMP.
 *
 * <p>The range is cut in halves, the right one again, and so on: with P the product and S the sum
 * of prefix products of a part, f ← S + P·f from the last part to the first.
 *
 * <p>CPU time over that of the same method in C on GMP, in one run: 0.8 to 0.95 at n from 2,500 to
 * 1,000,000.
 *
 * <p>Each call has memory of its own, and gives it back however it ends.
 */
public final class GmpFactorialSum {

  /**
   * From this n on it takes less time than {@link FactorialSum}. GMP over Java, medians after
   * warm-up: 1.6 at n = 1,000, 1.5 at 1,500, 1.1 at 2,000, 0.83 at 2,500, 0.68 at 3,000, 0.56 at
   * 4,000, 0.47 at 6,000, 0.28 at 10,000.
   */
  public static final int FASTER_FROM = 2_200;

  /**
   * Ranges of so many factors and fewer are computed in Java. Measured from 48 to 128 for n from
   * 2,500 to 100,000: all within 10 % of one another.
   */
  static final int LEAF = 64;

  /** Products of fewer words, some 3 ms, are not worth a thread. */
  static final long WORTH_A_THREAD = 16_384;

  private final Workspace space;
  private final Multiplication multiplication;
  private final long wordsInOneGo;
  private final Runnable checkpoint;
  private final SpareCores spare;

  /** Of one short range at a time; there are tens of thousands of them. */
  private final WordAccumulator shortProduct;

  private final WordAccumulator shortSum;

  /** One for factors below that. */
  private GmpFactorialSum(
      int to, Workspace space, long wordsInOneGo, Runnable checkpoint, SpareCores spare) {
    this.shortProduct = WordAccumulator.forFactors(to - LEAF, to);
    this.shortSum = WordAccumulator.forFactors(to - LEAF, to);
    this.space = space;
    this.multiplication = new Multiplication(space, checkpoint, wordsInOneGo);
    this.wordsInOneGo = wordsInOneGo;
    this.checkpoint = checkpoint;
    this.spare = spare;
  }

  /**
   * Computes f(n). Takes as much native memory as {@link NativeDemand} says, however many cores
   * help.
   *
   * @param n 0 to {@link FactorialSum#MAX_N}
   * @param checkpoint called on the calling thread at least every half second, also in the midst of
   *     long multiplications; an unchecked exception that it throws abandons the computation and
   *     reaches the caller
   * @param spare asked at each step that is long enough to be shared, in vain perhaps
   * @throws GmpMissingException if there is no GMP
   * @throws OutOfMemoryError if the system has not enough memory now
   * @throws IllegalArgumentException if n is outside its range
   */
  public static BigInteger of(int n, Runnable checkpoint, SpareCores spare) {
    return of(n, Multiplication.WORDS_IN_ONE_GO, checkpoint, spare);
  }

  /** As {@link #of(int, Runnable, SpareCores)}, on the calling thread alone. */
  public static BigInteger of(int n, Runnable checkpoint) {
    return of(n, checkpoint, SpareCores.NONE);
  }

  static BigInteger of(int n, long wordsInOneGo, Runnable checkpoint, SpareCores spare) {
    if (n < 0 || n > FactorialSum.MAX_N) {
      throw new IllegalArgumentException(
          "n must be from 0 to " + FactorialSum.MAX_N + ", was " + n);
    }
    if (n <= 1) {
      return BigInteger.ZERO;
    }
    NativeDemand demand = NativeDemand.of(n, wordsInOneGo);
    SystemMemory.requireRoom(demand.scratchBytes());
    try (Workspace space = new Workspace(demand.workspaceWords())) {
      return new GmpFactorialSum(n, space, wordsInOneGo, checkpoint, spare)
          .sum(1, n)
          .toBigInteger();
    }
  }

  /**
   * What {@link FactorialRanges#range} gives.
   *
   * @param from the first factor, 1 or above
   * @param to the first factor beyond, above {@code from}
   * @param n the number whose range it is, at least {@code to}
   * @param checkpoint as of {@link #of(int, Runnable, SpareCores)}
   * @param spare as there
   * @throws GmpMissingException if there is no GMP
   * @throws OutOfMemoryError if the system has not enough memory now
   * @throws IllegalArgumentException if it is no range of n's
   */
  public static List<BigInteger> range(
      int from, int to, int n, Runnable checkpoint, SpareCores spare) {
    if (from < 1 || to <= from || to > n || n > FactorialSum.MAX_N) {
      throw new IllegalArgumentException("no range of 1 to %d: %d to %d".formatted(n, from, to));
    }
    NativeDemand demand = NativeDemand.ofRange(from, to);
    SystemMemory.requireRoom(demand.scratchBytes());
    try (Workspace space = new Workspace(demand.workspaceWords())) {
      GmpFactorialSum computation =
          new GmpFactorialSum(to, space, Multiplication.WORDS_IN_ONE_GO, checkpoint, spare);
      return to == n
          ? List.of(computation.sum(from, to).toBigInteger())
          : computation.prefixes(from, to);
    }
  }

  private List<BigInteger> prefixes(int from, int to) {
    Natural product = space.reserve(NativeDemand.words(from, to));
    Natural sum = space.reserve(NativeDemand.words(from, to));
    compute(from, to, product, sum);
    return List.of(product.toBigInteger(), sum.toBigInteger());
  }

  private Natural sum(int from, int to) {
    int begin = lastPart(from, to);
    // Has room for all but the first part; what that one is added to is a number of its own.
    Natural sum = space.reserve(NativeDemand.words(begin == from ? from : (from + to) >>> 1, to));
    sum.set(sumInJava(begin, to));
    while (begin > from) {
      int end = begin;
      begin = partBefore(from, to, end);
      long mark = space.mark();
      Natural product = space.reserve(NativeDemand.words(begin, end));
      Natural prefixes = space.reserve(NativeDemand.words(begin, end));
      compute(begin, end, product, prefixes);
      Natural longer = space.reserve(product.length() + sum.length() + 1);
      longer.setProduct(product, sum, multiplication);
      longer.add(prefixes);
      checkpoint.run();
      if (begin == from) {
        return longer;
      }
      sum.set(longer);
      space.release(mark);
    }
    return sum;
  }

  /** Where the last of the parts begins. */
  private static int lastPart(int from, int to) {
    int begin = from;
    while (to - begin > LEAF) {
      begin = (begin + to) >>> 1;
    }
    return begin;
  }

  /** Where the part begins that ends there. */
  private static int partBefore(int from, int to, int end) {
    int begin = from;
    int next = (begin + to) >>> 1;
    while (next < end) {
      begin = next;
      next = (begin + to) >>> 1;
    }
    return begin;
  }

  /** The product of the factors from (inclusive) to (exclusive), and the sum of their prefixes'. */
  private void compute(int from, int to, Natural product, Natural sum) {
    checkpoint.run();
    if (to - from <= LEAF) {
      computeInJava(from, to, product, sum);
      return;
    }
    int middle = (from + to) >>> 1;
    long mark = space.mark();
    Natural leftProduct = space.reserve(NativeDemand.words(from, middle));
    Natural leftSum = space.reserve(NativeDemand.words(from, middle));
    compute(from, middle, leftProduct, leftSum);
    Natural rightProduct = space.reserve(NativeDemand.words(middle, to));
    Natural rightSum = space.reserve(NativeDemand.words(middle, to));
    compute(middle, to, rightProduct, rightSum);
    long words = leftProduct.length() + Math.max(rightProduct.length(), rightSum.length());
    if (words < WORTH_A_THREAD || words > wordsInOneGo) {
      product.setProduct(leftProduct, rightProduct, multiplication);
      sum.setProduct(leftProduct, rightSum, multiplication);
    } else {
      // What GMP takes for two products is what it takes for the one of the level above.
      spare.both(
          checkpoint,
          here -> product.writeProduct(leftProduct, rightProduct, multiplication),
          there -> sum.writeProduct(leftProduct, rightSum, multiplication.with(there)));
      product.settleProduct(leftProduct, rightProduct);
      sum.settleProduct(leftProduct, rightSum);
    }
    sum.add(leftSum);
    space.release(mark);
  }

  private WordAccumulator sumInJava(int from, int to) {
    shortSum.clear();
    FactorGroups groups = new FactorGroups(from, to);
    while (groups.advance()) {
      shortSum.multiplyAdd(groups.product(), groups.sum());
    }
    return shortSum;
  }

  private void computeInJava(int from, int to, Natural product, Natural sum) {
    shortProduct.clear();
    shortSum.clear();
    shortProduct.multiplyAdd(0, 1);
    FactorGroups groups = new FactorGroups(from, to);
    while (groups.advance()) {
      shortProduct.multiplyAdd(groups.product(), 0);
      shortSum.multiplyAdd(groups.product(), groups.sum());
    }
    product.set(shortProduct);
    sum.set(shortSum);
  }
}
