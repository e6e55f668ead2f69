package dev.shardline.transform.factorial;

/** How large f(n) becomes, known before it is computed. */
final class SumSize {
  private static final double LN_2 = Math.log(2);

  private SumSize() {}

  /**
   * An upper bound of the bit length of f(n), at most 4 bits (and a relative rounding error of
   * 10⁻¹⁴) too high: f(n) &lt; 2 · (n − 1)!, and Stirling's series with its first correction bounds
   * the factorial from above. Monotone in n.
   */
  static long bits(int n) {
    if (n <= 1) {
      return 1;
    }
    double m = n - 1;
    double ln = m * Math.log(m) - m + 0.5 * Math.log(2 * Math.PI * m) + 1 / (12 * m);
    return (long) Math.ceil(ln / LN_2) + 2;
  }
}
