package dev.shardline.transform.factorial;

import dev.shardline.transform.integer.Product;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * f(n) in ranges of its factors 1, …, n − 1 that are computed apart: the upper levels of {@link
 * SplittingSum}'s recursion. Stateless and safe for use by any number of threads.
 */
public final class FactorialRanges {

  /**
   * How many more bits the last range's product would have than the others': no product is needed
   * of it, at any level of its right spine, so it takes 0.78 of the time, and time grows with the
   * bits to the power of 1.465 (Toom and Cook's method).
   */
  private static final double LAST = 1.185;

  private FactorialRanges() {}

  /**
   * Divides the factors into ranges that take about equally long. Those of large factors are
   * shorter: what counts is the size of their product.
   *
   * @param n 0 to {@link FactorialSum#MAX_N}
   * @param parts 1 or above
   * @return the first factor of each range, and n; fewer where there are too few factors
   */
  public static List<Long> bounds(int n, int parts) {
    FactorialSum.requireInRange(n);
    List<Long> bounds = new ArrayList<>();
    bounds.add(1L);
    double share = SumSize.bits(n) / (parts - 1 + LAST);
    for (int i = 1; i < parts; i++) {
      long bound = firstWithBits(i * share, n);
      if (bound > bounds.getLast() && bound < n) {
        bounds.add(bound);
      }
    }
    bounds.add(Math.max(2L, n));
    return List.copyOf(bounds);
  }

  /**
   * What has to be known of a range: the sum of its prefix products, and before it, unless the
   * range is the last, its product.
   *
   * @param from the first factor, 1 or above
   * @param to the first factor beyond, above {@code from}
   * @param n the number whose range it is; {@code to} is n where the range is the last
   * @param checkpoint as of {@link FactorialSum#of}
   * @throws IllegalArgumentException if it is no range of n's
   */
  public static List<BigInteger> range(int from, int to, int n, Runnable checkpoint) {
    FactorialSum.requireInRange(n);
    if (from < 1 || to <= from || to > n) {
      throw new IllegalArgumentException("no range of 1 to %d: %d to %d".formatted(n, from, to));
    }
    if (to == n) {
      return List.of(SplittingSum.sumOf(from, to, checkpoint));
    }
    Prefixes prefixes = SplittingSum.prefixesOf(from, to, checkpoint);
    return List.of(prefixes.product(), prefixes.sum());
  }

  /**
   * Combines all ranges, as a balanced tree.
   *
   * @param ranges what {@link #range} gave, in the order of the ranges
   * @param checkpoint as of {@link FactorialSum#of}
   * @throws IllegalArgumentException if they are not the ranges of one number
   */
  public static BigInteger combine(List<List<BigInteger>> ranges, Runnable checkpoint) {
    return combine(ranges, (a, b) -> Product.of(a, b, checkpoint), checkpoint);
  }

  /**
   * The same, by another multiplication.
   *
   * @param product multiplies, with that checkpoint
   */
  public static BigInteger combine(
      List<List<BigInteger>> ranges, BinaryOperator<BigInteger> product, Runnable checkpoint) {
    int last = ranges.size() - 1;
    for (int i = 0; i <= last; i++) {
      int expected = i == last ? 1 : 2;
      if (ranges.get(i).size() != expected) {
        throw new IllegalArgumentException(
            "range %d of %d: expected %d integers, was %d"
                .formatted(i + 1, last + 1, expected, ranges.get(i).size()));
      }
    }
    return sum(ranges, product, checkpoint);
  }

  /**
   * The heap, in bytes, that is enough to compute a range; see {@link MemoryDemand#bytes}, of which
   * it is the same multiple. Product and sum of a range are nearly of one size, and so are those of
   * its halves.
   */
  public static long memoryDemand(int from, int to) {
    long bits = SumSize.bits(to) - SumSize.bits(from);
    return MemoryDemand.ofBits(2 * Math.max(bits, 1));
  }

  /**
   * The heap, in bytes, that is enough to combine the ranges of n and to describe the result: what
   * n takes as a whole, whose last multiplication it is, and the products and sums that come to it.
   */
  public static long combineMemoryDemand(int n) {
    FactorialSum.requireInRange(n);
    return MemoryDemand.bytes(n) + 2 * Math.ceilDiv(SumSize.bits(n), Byte.SIZE);
  }

  private static BigInteger sum(
      List<List<BigInteger>> ranges, BinaryOperator<BigInteger> product, Runnable checkpoint) {
    if (ranges.size() == 1) {
      return ranges.getFirst().getFirst();
    }
    int middle = ranges.size() / 2;
    Prefixes left = prefixes(ranges.subList(0, middle), product, checkpoint);
    BigInteger right = sum(ranges.subList(middle, ranges.size()), product, checkpoint);
    return append(left, right, product, checkpoint);
  }

  private static Prefixes prefixes(
      List<List<BigInteger>> ranges, BinaryOperator<BigInteger> product, Runnable checkpoint) {
    if (ranges.size() == 1) {
      return new Prefixes(ranges.getFirst().getFirst(), ranges.getFirst().getLast());
    }
    int middle = ranges.size() / 2;
    Prefixes left = prefixes(ranges.subList(0, middle), product, checkpoint);
    Prefixes right = prefixes(ranges.subList(middle, ranges.size()), product, checkpoint);
    BigInteger sum = append(left, right.sum(), product, checkpoint);
    return new Prefixes(product.apply(left.product(), right.product()), sum);
  }

  private static BigInteger append(
      Prefixes left, BigInteger right, BinaryOperator<BigInteger> product, Runnable checkpoint) {
    BigInteger shifted = product.apply(left.product(), right);
    checkpoint.run();
    return left.sum().add(shifted);
  }

  /** The smallest number the product of whose predecessors has so many bits; at most n. */
  private static long firstWithBits(double bits, int n) {
    int low = 1;
    int high = n;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (SumSize.bits(middle) < bits) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
