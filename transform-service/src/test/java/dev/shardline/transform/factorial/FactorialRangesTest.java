package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorialRangesTest {

  @ParameterizedTest
  @CsvSource({"3,2", "10,2", "10,3", "10,64", "1000,2", "1000,7", "40000,2", "40000,5", "40000,64"})
  void combinesToWhatTheWholeIs(int n, int parts) {
    List<Long> bounds = FactorialRanges.bounds(n, parts);

    assertThat(combined(n, bounds)).isEqualTo(FactorialSum.of(n, () -> {}));
  }

  @Test
  void combinesAnyRangesThatFollowOneAnother() {
    assertThat(combined(5000, List.of(1L, 2L, 4000L, 4001L, 4999L, 5000L)))
        .isEqualTo(FactorialSum.of(5000, () -> {}));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void leavesWhatHasNoTwoFactorsInOneRange(int n) {
    assertThat(FactorialRanges.bounds(n, 4)).containsExactly(1L, 2L);
  }

  @Test
  void givesNoMoreRangesThanFactors() {
    assertThat(FactorialRanges.bounds(4, 64).size()).isLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"100000,2", "100000,8", "3000000,4", "86181406,64"})
  void dividesIntoAscendingRangesOfLikeSizeButForTheLastThatIsCheaper(int n, int parts) {
    List<Long> bounds = FactorialRanges.bounds(n, parts);

    assertThat(bounds).hasSize(parts + 1).startsWith(1L).endsWith((long) n).isSorted();
    List<Double> bits = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      bits.add(bits(bounds.get(i), bounds.get(i + 1)));
    }
    assertThat(bits.subList(0, parts - 1))
        .allSatisfy(one -> assertThat(one / bits.getFirst()).isBetween(0.99, 1.01));
    assertThat(bits.getLast() / bits.getFirst()).isBetween(1.15, 1.22);
  }

  @Test
  void needsNoProductOfTheLastRange() {
    assertThat(FactorialRanges.range(2, 5, 9, () -> {}))
        .containsExactly(BigInteger.valueOf(2 * 3 * 4), BigInteger.valueOf(2 + 6 + 24));
    assertThat(FactorialRanges.range(2, 5, 5, () -> {})).containsExactly(BigInteger.valueOf(32));
  }

  @ParameterizedTest
  @CsvSource({"0,5,9", "5,5,9", "6,5,9", "2,10,9", "2,10,-1"})
  void refusesWhatIsNoRange(int from, int to, int n) {
    assertThatThrownBy(() -> FactorialRanges.range(from, to, n, () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesRangesThatAreNotAllOfOneNumber() {
    List<BigInteger> inner = List.of(BigInteger.TWO, BigInteger.TWO);

    assertThatThrownBy(() -> FactorialRanges.combine(List.of(inner, inner), () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("range 2 of 2: expected 1 integers, was 2");
  }

  @Test
  void needsMoreMemoryForMore() {
    assertThat(FactorialRanges.memoryDemand(1, 500_000))
        .isGreaterThan(FactorialRanges.memoryDemand(1, 250_000))
        .isLessThan(2 * MemoryDemand.bytes(500_000));
    assertThat(FactorialRanges.combineMemoryDemand(1_000_000))
        .isGreaterThan(MemoryDemand.bytes(1_000_000));
  }

  private static BigInteger combined(int n, List<Long> bounds) {
    List<List<BigInteger>> ranges =
        LongStream.range(0, bounds.size() - 1L)
            .mapToObj(i ->
                FactorialRanges.range(
                    bounds.get((int) i).intValue(),
                    bounds.get((int) i + 1).intValue(),
                    n,
                    () -> {}))
            .toList();
    return FactorialRanges.combine(ranges, () -> {});
  }

  private static double bits(long from, long to) {
    // Half-way in its range, a factor has the bits of the average one, but for a thousandth.
    double sum = 0;
    int steps = 1000;
    double width = (double) (to - from) / steps;
    for (int i = 0; i < steps; i++) {
      sum += width * Math.log(from + (i + 0.5) * width) / Math.log(2);
    }
    return sum;
  }
}
