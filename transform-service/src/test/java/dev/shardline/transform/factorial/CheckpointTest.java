package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final int HORNER = FactorialSum.SPLITTING_FROM - 1;
  private static final int SPLITTING = FactorialSum.SPLITTING_FROM;

  @ParameterizedTest
  @ValueSource(ints = {2, 2500, HORNER, SPLITTING, 30_000})
  void isReachedBeforeAnyWork(int n) {
    assertStopsAtCheckpoint(n, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {HORNER, SPLITTING, 30_000})
  void abandonsTheComputationInItsMidst(int n) {
    assertStopsAtCheckpoint(n, checkpoints(n) / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {SPLITTING, 30_000})
  void isReachedBeforeTheLastAddition(int n) {
    assertStopsAtCheckpoint(n, checkpoints(n));
  }

  @Test
  void comesWithEveryLeafAndBeforeEveryMultiplication() {
    // Halving 30,000 factors gives 128 leaves and 127 combinations; all but the 7 on the right
    // spine multiply twice, and each ends with an addition.
    int onceEach = 128 + 2 * 127 - 7 + 127;
    assertThat(checkpoints(30_000)).isGreaterThanOrEqualTo(onceEach);
  }

  @Test
  void comesEveryFewPassesOverASmallNumber() {
    assertThat(checkpoints(HORNER)).isGreaterThan(50);
  }

  private static int checkpoints(int n) {
    AtomicInteger calls = new AtomicInteger();
    FactorialSum.of(n, calls::incrementAndGet);
    return calls.get();
  }

  private static void assertStopsAtCheckpoint(int n, int last) {
    CancellationException abandoned = new CancellationException("checkpoint " + last);
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(() ->
            FactorialSum.of(
                n,
                () -> {
                  if (calls.incrementAndGet() == last) {
                    throw abandoned;
                  }
                }))
        .isSameAs(abandoned);
    assertThat(calls).hasValue(last);
  }
}
