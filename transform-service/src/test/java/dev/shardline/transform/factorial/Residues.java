package dev.shardline.transform.factorial;

import java.util.List;

/**
 * An independent oracle: f(n) modulo primes above every n in question, by the recurrence of the
 * definition in machine arithmetic, in O(n).
 */
public final class Residues {
  /** The three largest primes below 2³¹: products of two residues fit into a long. */
  public static final List<Long> PRIMES = List.of(2_147_483_647L, 2_147_483_629L, 2_147_483_587L);

  private Residues() {}

  /** f(n) modulo the prime. */
  public static long of(int n, long prime) {
    long factorial = 1;
    long sum = 0;
    for (int i = 1; i < n; i++) {
      factorial = factorial * i % prime;
      sum = (sum + factorial) % prime;
    }
    return sum;
  }
}
