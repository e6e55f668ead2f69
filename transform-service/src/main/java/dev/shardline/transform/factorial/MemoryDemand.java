package dev.shardline.transform.factorial;

/** How much heap the computation of f(n) takes, known before it starts. */
public final class MemoryDemand {
  /**
   * Peak heap over the size of the sum. Measured as the smallest heap in which one JVM computed and
   * summarised f(n), less the 2 MiB (G1: 2.5 MiB) in which it does so for a small n:
   *
   * <pre>
   *         n   sum, MB   serial   G1
   *   300,000      0.63      4.2   3.3
   * 1,000,000      2.31      5.7   7.5
   * </pre>
   *
   * At 3,000,000 ten times is enough with both collectors; a third of that is not (serial).
   *
   * <p>The last multiplication is the peak: two factors of half the size, its product, and the
   * parts of Toom and Cook's method. The rest is room for a collector that cannot place every large
   * array side by side.
   */
  private static final int TIMES_THE_SUM = 10;

  /** For what does not grow with n. */
  private static final long FIXED_BYTES = 64 * 1024;

  private MemoryDemand() {}

  /**
   * The heap, in bytes, that is enough to compute f(n) and to describe the result by its digits and
   * hash, apart from what the JVM and the rest of the program occupy. An estimate from above, up to
   * about three times what is needed. Monotone in n; some 23 MB at n = 1,000,000, 2.7 GB at the
   * end.
   *
   * @param n 0 to {@link FactorialSum#MAX_N}
   * @throws IllegalArgumentException if n is outside its range
   */
  public static long bytes(int n) {
    FactorialSum.requireInRange(n);
    return ofBits(SumSize.bits(n));
  }

  /** The same for a sum of so many bits. */
  static long ofBits(long bits) {
    return FIXED_BYTES + TIMES_THE_SUM * Math.ceilDiv(bits, Byte.SIZE);
  }
}
