package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SumSizeTest {

  @Test
  void isNeverTooSmallAndAtMostThreeBitsTooLarge() {
    IntStream.concat(IntStream.range(2, 1500), IntStream.of(10_000, 30_000, 100_000))
        .forEach(n -> {
          int bits = FactorialSum.of(n, () -> {}).bitLength();
          assertThat(SumSize.bits(n)).as("bits of f(%d)", n).isBetween(bits + 0L, bits + 3L);
        });
  }

  @Test
  void endsWithBigIntegerAtTheLargestNumber() {
    assertThat(SumSize.bits(FactorialSum.MAX_N)).isLessThanOrEqualTo(Integer.MAX_VALUE);
    assertThat(SumSize.bits(FactorialSum.MAX_N + 1)).isGreaterThan(Integer.MAX_VALUE);
  }
}
