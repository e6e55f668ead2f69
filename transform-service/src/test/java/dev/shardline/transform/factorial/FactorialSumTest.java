package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorialSumTest {

  @Test
  void givesTheValuesOfTheEncyclopediaOfIntegerSequences() {
    // A007489(k) is the sum up to k!, and so f(k + 1).
    String[] a007489 =
        ("0, 1, 3, 9, 33, 153, 873, 5913, 46233, 409113, 4037913, 43954713, 522956313, 6749977113,"
                + " 93928268313, 1401602636313, 22324392524313, 378011820620313, 6780385526348313,"
                + " 128425485935180313, 2561327494111820313, 53652269665821260313,"
                + " 1177652997443428940313")
            .split(", ", -1);
    for (int k = 0; k < a007489.length; k++) {
      assertThat(FactorialSum.of(k + 1, () -> {})).as("f(%d)", k + 1).isEqualTo(a007489[k]);
    }
  }

  @Test
  void isZeroForAnEmptySum() {
    assertThat(FactorialSum.of(0, () -> {})).isZero();
    assertThat(FactorialSum.of(1, () -> {})).isZero();
  }

  @Test
  void agreesWithTheDefinitionForEverySmallNumber() {
    BigInteger factorial = BigInteger.ONE;
    BigInteger sum = BigInteger.ZERO;
    for (int n = 1; n < 700; n++) {
      assertThat(FactorialSum.of(n, () -> {})).as("f(%d)", n).isEqualTo(sum);
      factorial = factorial.multiply(BigInteger.valueOf(n));
      sum = sum.add(factorial);
    }
  }

  @ParameterizedTest
  @CsvSource({"2500, 7408", "2600, 7749", "2700, 8091", "2800, 8435", "10000, 35656"})
  void hasTheKnownNumberOfDigits(int n, int digits) {
    assertThat(FactorialSum.of(n, () -> {}).toString()).hasSize(digits);
  }

  static IntStream numbersWhereSomethingChanges() {
    int crossover = FactorialSum.SPLITTING_FROM;
    return IntStream.concat(
        IntStream.rangeClosed(crossover - 3, crossover + 3),
        IntStream.of(701, 999, 4096, 8191, 9999, 16_385, 30_000, 65_537, 99_999, 100_000));
  }

  @ParameterizedTest
  @MethodSource("numbersWhereSomethingChanges")
  void hasTheResiduesOfTheDefinition(int n) {
    assertHasTheRightResidues(n);
  }

  @Test
  void hasTheResiduesOfTheDefinitionForRandomNumbers() {
    long seed = System.nanoTime();
    System.out.println("FactorialSumTest seed " + seed);
    new Random(seed).ints(30, 0, 50_000).forEach(FactorialSumTest::assertHasTheRightResidues);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, FactorialSum.MAX_N + 1, Integer.MAX_VALUE})
  void refusesANumberOutOfRangeAndNamesIt(int n) {
    assertThatThrownBy(() -> FactorialSum.of(n, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n must be from 0 to 86181406, was " + n);
  }

  private static void assertHasTheRightResidues(int n) {
    BigInteger sum = FactorialSum.of(n, () -> {});
    for (long prime : Residues.PRIMES) {
      assertThat(sum.mod(BigInteger.valueOf(prime)))
          .as("f(%d) mod %d", n, prime)
          .isEqualTo(BigInteger.valueOf(Residues.of(n, prime)));
    }
  }
}
