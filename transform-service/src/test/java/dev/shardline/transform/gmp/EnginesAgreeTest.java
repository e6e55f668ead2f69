package dev.shardline.transform.gmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.Residues;
import dev.shardline.transform.factorial.SpareCores;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Java, GMP and the definition's recurrence modulo primes, against each other on thousands of
 * numbers: other ones each time, those of a run that failed with {@code -Dshardline.seed}.
 */
@RequiresGmp
class EnginesAgreeTest {

  private static final long SEED = Long.getLong("shardline.seed", System.nanoTime());

  private static final long IN_ONE_GO = Multiplication.WORDS_IN_ONE_GO;

  private final Random random = new Random(SEED);

  @BeforeAll
  static void tellSeed() {
    System.out.println("EnginesAgreeTest -Dshardline.seed=" + SEED);
  }

  @Test
  void onEveryNumberOfOneTwoAndThreeLeaves() {
    IntStream.rangeClosed(0, 3 * GmpFactorialSum.LEAF + 3).forEach(n -> assertAgree(n, IN_ONE_GO));
  }

  @Test
  void onThousandsOfNumbers() {
    random.ints(2_500, 200, 8_000).forEach(n -> assertAgree(n, IN_ONE_GO));
    random.ints(60, 8_000, 40_000).forEach(n -> assertAgree(n, IN_ONE_GO));
  }

  @Test
  void whereMultiplicationsAreCutUp() {
    for (int i = 0; i < 800; i++) {
      int n = random.nextInt(200, 12_000);
      long wordsInOneGo = random.nextLong(8, 400);
      assertAgree(n, GmpFactorialSum.of(n, wordsInOneGo, () -> {}, SpareCores.NONE), wordsInOneGo);
    }
  }

  @Test
  void onLargeNumbersModuloPrimes() {
    random
        .ints(4, 100_000, 600_000)
        .forEach(n -> {
          assertHasTheResidues(n, GmpFactorialSum.of(n, () -> {}));
          assertHasTheResidues(n, GmpFactorialSum.of(n, 10_000, () -> {}, SpareCores.NONE));
        });
  }

  private static void assertAgree(int n, long wordsInOneGo) {
    assertAgree(n, GmpFactorialSum.of(n, wordsInOneGo, () -> {}, SpareCores.NONE), wordsInOneGo);
  }

  private static void assertAgree(int n, BigInteger sum, long wordsInOneGo) {
    // A comparison of its own: AssertJ would write both numbers out in decimal.
    boolean agree = sum.equals(FactorialSum.of(n, () -> {}));
    assertThat(agree)
        .as("both agree on f(%d), in pieces of %d words, seed %d", n, wordsInOneGo, SEED)
        .isTrue();
    assertHasTheResidues(n, sum);
  }

  private static void assertHasTheResidues(int n, BigInteger sum) {
    long prime = Residues.PRIMES.get(n % Residues.PRIMES.size());
    assertThat(sum.mod(BigInteger.valueOf(prime)).longValue())
        .as("f(%d) mod %d, seed %d", n, prime, SEED)
        .isEqualTo(Residues.of(n, prime));
  }
}
