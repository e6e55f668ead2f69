package dev.shardline.transform.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.shard.Shard;
import dev.shardline.transform.factorial.FactorialSum;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FactorialSumTransformationTest {

  private final FactorialSumTransformation transformation = new FactorialSumTransformation();

  @Test
  void isTheDefaultOfEveryShard() {
    assertThat(transformation.name()).isEqualTo(Shard.DEFAULT_TRANSFORM);
  }

  @Test
  void sumsFactorials() throws InterruptedException {
    assertThat(transformation.apply(8, () -> false)).isEqualTo(BigInteger.valueOf(5913));
  }

  @Test
  void goesUpToTheLargestSumThereIs() {
    assertThat(transformation.maxNumber()).isEqualTo(FactorialSum.MAX_N);
    assertThat(transformation.memoryDemand(FactorialSum.MAX_N)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {10_000, 10_000_000})
  void stopsWhenInterrupted(long number) {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> transformation.apply(number, () -> false))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("factorial-sum of " + number);
    assertThat(Thread.interrupted()).isFalse();
  }
}
