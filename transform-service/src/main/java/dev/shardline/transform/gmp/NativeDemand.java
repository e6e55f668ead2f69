package dev.shardline.transform.gmp;

import dev.shardline.transform.factorial.FactorialSum;

/**
 * How much native memory the computation of f(n) takes, known before it starts.
 *
 * @param workspaceWords what numbers take, in words of 64 bits
 * @param scratchBytes what GMP takes while it multiplies, in bytes
 */
public record NativeDemand(long workspaceWords, long scratchBytes) {

  /**
   * What GMP's largest multiplication takes over the size of its product. Counted in its allocation
   * functions for factors of 1,000 to 4,700,000 words, of the same length and of half of it: 3.0 to
   * 3.4 times mostly, 3.96 at most.
   */
  private static final int SCRATCH_TIMES_THE_PRODUCT = 4;

  /** For what does not grow with n. */
  private static final long FIXED_SCRATCH = 64 * 1024;

  /** Of numbers whose product may have a word more than is needed, on each level of the ranges. */
  private static final long FIXED_WORDS = 1024;

  /**
   * Of f(n).
   *
   * @param n 0 to {@link FactorialSum#MAX_N}
   */
  public static NativeDemand of(int n) {
    return of(n, Multiplication.WORDS_IN_ONE_GO);
  }

  /**
   * Of a range of factors: its product and the sum of its prefix products.
   *
   * @param from the first factor, 1 or above
   * @param to the first factor beyond, above {@code from}
   */
  public static NativeDemand ofRange(int from, int to) {
    long words = words(from, to);
    // Product and sum; those of both halves, which is as much; of one half's halves, which is half
    // of that, and so on. Where it is the last range, of which only the sum is wanted, less.
    return ofProduct(words, 6 * words + FIXED_WORDS);
  }

  static NativeDemand of(int n, long wordsInOneGo) {
    long words = words(1, n);
    // The sum of the right half; product and sum of the left half, which is twice the half; of its
    // own halves both, which is as much; of one half's halves, which is half of that, and so on.
    return ofProduct(words, words * 7 / 2 + FIXED_WORDS, wordsInOneGo);
  }

  /**
   * Of numbers that take so many words together, and whose largest product has so many.
   *
   * @param product in words
   * @param numbers in words, with the product
   */
  static NativeDemand ofProduct(long product, long numbers) {
    return ofProduct(product, numbers, Multiplication.WORDS_IN_ONE_GO);
  }

  private static NativeDemand ofProduct(long words, long numbers, long wordsInOneGo) {
    return new NativeDemand(
        numbers + Multiplication.scratchWords(words, wordsInOneGo),
        FIXED_SCRATCH + SCRATCH_TIMES_THE_PRODUCT * Long.BYTES * Math.min(words, wordsInOneGo));
  }

  /** All of it, in bytes. */
  public long bytes() {
    return workspaceWords * Long.BYTES + scratchBytes;
  }

  /**
   * How many words are enough for the product of the factors from (inclusive) to (exclusive), and
   * for the sum of their prefix products, which is less than twice that.
   */
  static long words(int from, int to) {
    long bits = (long) (to - from) * (Integer.SIZE - Integer.numberOfLeadingZeros(to)) + 1;
    // A product has as many words as its factors together before it is known that it needs fewer.
    return Math.ceilDiv(bits, Long.SIZE) + 2;
  }
}
