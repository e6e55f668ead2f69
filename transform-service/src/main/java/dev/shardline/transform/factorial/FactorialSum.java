package dev.shardline.transform.factorial;

import java.math.BigInteger;

/**
 * f(n), the sum of i! for 1 ≤ i &lt; n: 0, 0, 1, 3, 9, 33, 153, 873, 5913 for n = 0 to 8 (<a
 * href="https://oeis.org/A007489">OEIS A007489</a>, shifted by one).
 *
 * <p>Stateless and safe for use by any number of threads; each call runs on its caller's thread,
 * and on spare cores if it is given any.
 */
public final class FactorialSum {
  /**
   * The largest n whose sum a {@link BigInteger} can hold: that ends at 2³¹ − 1 bits, and f(n)
   * exceeds them from the next n on. Heap and patience end earlier; see {@link MemoryDemand}.
   */
  public static final int MAX_N = 86_181_406;

  /**
   * From this n on binary splitting is the faster way. Time of splitting over time of Horner's
   * rule, medians after warm-up: 1.3 at n = 6,000, 1.2 at 8,000, 1.07 at 10,000, 1.0 at 12,000,
   * 0.97 at 15,000, 0.87 at 20,000, 0.79 at 30,000. Being 2,000 off costs 5 %.
   */
  static final int SPLITTING_FROM = 12_000;

  private FactorialSum() {}

  /**
   * Computes f(n).
   *
   * @param n 0 to {@link #MAX_N}
   * @param checkpoint called on the calling thread at least every few tens of milliseconds, also in
   *     the midst of long multiplications (when n is in the tens of millions, an addition alone
   *     takes as long); an unchecked exception that it throws abandons the computation and reaches
   *     the caller
   * @throws IllegalArgumentException if n is outside its range
   */
  public static BigInteger of(int n, Runnable checkpoint) {
    return of(n, checkpoint, SpareCores.NONE);
  }

  /**
   * As {@link #of(int, Runnable)}, with the help of other cores.
   *
   * @param checkpoint called on the threads of those too
   * @param spare asked at each step that is long enough to be shared, in vain perhaps
   */
  public static BigInteger of(int n, Runnable checkpoint, SpareCores spare) {
    requireInRange(n);
    return n < SPLITTING_FROM ? HornerSum.of(n, checkpoint) : SplittingSum.of(n, checkpoint, spare);
  }

  static void requireInRange(int n) {
    if (n < 0 || n > MAX_N) {
      throw new IllegalArgumentException("n must be from 0 to " + MAX_N + ", was " + n);
    }
  }
}
