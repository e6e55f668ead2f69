package dev.shardline.transform.gmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.transform.factorial.FactorialRanges;
import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.SpareCores;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever computes a range, and whoever combines them, the value is that of the whole. */
@RequiresGmp
class RangesAgreeTest {

  @ParameterizedTest
  @CsvSource({"2, 2", "100, 3", "2200, 2", "2500, 16", "10000, 5", "65000, 7"})
  void theirValuesAreThoseOfTheOtherEngine(int n, int parts) {
    List<Long> bounds = FactorialRanges.bounds(n, parts);
    List<List<BigInteger>> ranges = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.size(); i++) {
      int from = Math.toIntExact(bounds.get(i));
      int to = Math.toIntExact(bounds.get(i + 1));
      List<BigInteger> range = GmpFactorialSum.range(from, to, n, () -> {}, SpareCores.NONE);
      assertThat(range).isEqualTo(FactorialRanges.range(from, to, n, () -> {}));
      ranges.add(range);
    }

    BigInteger sum =
        FactorialRanges.combine(ranges, (a, b) -> GmpIntegers.product(a, b, () -> {}), () -> {});

    assertThat(sum).isEqualTo(FactorialSum.of(n, () -> {}));
  }

  @Test
  void rangesOfEveryLengthFitTheMemoryThatIsForeseen() {
    int n = 3_000_000;
    for (int length = 1; length <= 700; length++) {
      int from = n - 2 * length;
      List<BigInteger> range =
          GmpFactorialSum.range(from, from + length, n, () -> {}, SpareCores.NONE);
      assertThat(range)
          .as("%d factors from %d", length, from)
          .isEqualTo(FactorialRanges.range(from, from + length, n, () -> {}));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 10", "5, 5, 10", "6, 5, 10", "5, 11, 10", "5, 10, 86181407"})
  void refusesWhatIsNoRange(int from, int to, int n) {
    assertThatThrownBy(() -> GmpFactorialSum.range(from, to, n, () -> {}, SpareCores.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no range of 1 to " + n);
  }
}
