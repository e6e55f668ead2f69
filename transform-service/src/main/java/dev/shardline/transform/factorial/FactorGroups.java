package dev.shardline.transform.factorial;

/**
 * Walks the factors of a range from the highest down, gathering as many as fit into one machine
 * word, so that a pass over a long number applies several factors at once.
 *
 * <p>For the gathered factors a, a+1, …, b: {@link #product()} is a(a+1)…b, and {@link #sum()} is a
 * + a(a+1) + … + a(a+1)…b, the sum of their prefix products. One step of Horner's rule over the
 * whole group is then t ← product · t + sum.
 *
 * <p>Not safe for use by several threads.
 */
public final class FactorGroups {
  private final int lowest;
  private int next;
  private long product;
  private long sum;

  /** The factors from (inclusive, at least 1) to (exclusive). */
  public FactorGroups(int from, int to) {
    this.lowest = from;
    this.next = to - 1;
  }

  /** Gathers the next group; false if all factors have been handed out. */
  public boolean advance() {
    if (next < lowest) {
      return false;
    }
    long gathered = next;
    long prefixes = next;
    int factor = next - 1;
    while (factor >= lowest) {
      long wider = gathered * factor;
      if (wider < 0 || Math.multiplyHigh(gathered, factor) != 0) {
        break;
      }
      gathered = wider;
      prefixes = factor + factor * prefixes;
      factor--;
    }
    next = factor;
    product = gathered;
    sum = prefixes;
    return true;
  }

  /** The product of the group, less than 2⁶³. */
  public long product() {
    return product;
  }

  /** The sum of the group's prefix products: less than twice the product, so it is unsigned. */
  public long sum() {
    return sum;
  }
}
