package dev.shardline.cli.bench.arithmetic;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A way to compute f(n), the sum of i! for 1 ≤ i &lt; n, in Java.
 *
 * @param name in figures
 * @param power the CPU time grows at least with this power of n
 * @param optional whether it is left out where it would take too long
 * @param sum computes f(n)
 */
record Contestant(String name, double power, boolean optional, IntFunction<BigInteger> sum) {

  static final String TUTORIAL = "tutorial: every factorial anew";
  static final String RUNNING_PRODUCT = "running product";
  static final String JAVA = "transform-service, Java";
  static final String NATIVE = "transform-service, native";
  static final String GMP_IN_C = "GMP in C";

  /** Multiplying an integer of n words n times. */
  private static final double SQUARE = 2;

  /** Those that every build has. */
  static List<Contestant> plain() {
    return List.of(
        new Contestant(TUTORIAL, SQUARE, true, PlainSums::everyFactorialAnew),
        new Contestant(RUNNING_PRODUCT, SQUARE, true, PlainSums::runningProduct));
  }

  /** One of the service's, which is measured always. */
  static Contestant ofService(String name, IntFunction<BigInteger> sum) {
    return new Contestant(name, 1, false, sum);
  }

  /**
   * Whether it may take so long that it is left out.
   *
   * @param n what comes
   * @param before n before, and what it took; none if there was none
   * @param limitNanos of one computation
   */
  boolean exceeds(int n, Optional<Cost> before, long limitNanos) {
    return optional
        && before
            .map(cost -> cost.nanos() * Math.pow((double) n / cost.n(), power) > limitNanos)
            .orElse(false);
  }

  /**
   * What one computation took.
   *
   * @param nanos of CPU time
   */
  record Cost(int n, double nanos) {}
}
