package dev.shardline.transform.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.SpareCores;
import dev.shardline.transform.gmp.GmpFactorialSum;
import dev.shardline.transform.gmp.GmpLibrary;
import dev.shardline.transform.gmp.NativeDemand;
import dev.shardline.transform.gmp.RequiresGmp;
import dev.shardline.transform.integer.DecimalDigits;
import dev.shardline.transform.integer.DecimalSteps;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@RequiresGmp
@Timeout(60)
class NativeArithmeticTest {

  private static final int N = 50_000;

  private final MemoryBudget memory = new MemoryBudget(NativeDemand.of(N).bytes());
  private final FactorialSumTransformation transformation =
      new FactorialSumTransformation(
          new NativeArithmetic(GmpLibrary.ofSystem(), memory), SpareCores.NONE);

  @Test
  void computesWhereItIsFasterAndWithinItsMemory() {
    assertThat(transformation.engine(0)).isEqualTo("java");
    assertThat(transformation.engine(GmpFactorialSum.FASTER_FROM - 1)).isEqualTo("java");
    assertThat(transformation.engine(GmpFactorialSum.FASTER_FROM)).isEqualTo("gmp");
    assertThat(transformation.engine(N)).isEqualTo("gmp");
    assertThat(transformation.engine(N + 100)).isEqualTo("java");
    assertThat(transformation.engine(FactorialSum.MAX_N)).isEqualTo("java");
    assertThat(new FactorialSumTransformation().engine(N)).isEqualTo("java");
  }

  @Test
  void givesTheSameValues() throws InterruptedException {
    FactorialSumTransformation java = new FactorialSumTransformation();
    for (int n : new int[] {0, 1, 2, 2199, 2200, 2500, 2800, N, N + 100}) {
      assertThat(transformation.apply(n, () -> false).equals(java.apply(n, () -> false)))
          .as("f(%d)", n)
          .isTrue();
    }
  }

  @Test
  void givesItsMemoryBackAfterAValue() throws InterruptedException {
    transformation.apply(N, () -> false);

    assertAllIsFree();
  }

  @Test
  void givesItsMemoryBackWhenTheValueIsNoLongerWanted() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();

    assertThatThrownBy(() -> transformation.apply(N, () -> asked.incrementAndGet() > 100))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("factorial-sum of " + N);
    assertThat(asked).hasValue(101);
    assertAllIsFree();
  }

  @Test
  void givesItsMemoryBackWhenItFails() throws InterruptedException {
    assertThatThrownBy(() ->
            transformation.apply(
                N,
                () -> {
                  throw new IllegalStateException("the token is broken");
                }))
        .hasMessage("the token is broken");
    assertAllIsFree();
  }

  @Test
  void waitsForMemoryThatOthersHave() throws Exception {
    MemoryBudget.Reservation others = memory.reserve(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<BigInteger> value = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              begun.countDown();
              try {
                value.complete(transformation.apply(N, () -> false));
              } catch (InterruptedException e) {
                value.completeExceptionally(e);
              }
            });
    begun.await();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(value).isNotDone();

    others.close();

    assertThat(value.get()).isPositive();
    assertAllIsFree();
  }

  @Test
  void convertsToDecimalAsJavaDoes() throws Exception {
    NativeArithmetic arithmetic =
        new NativeArithmetic(GmpLibrary.ofSystem(), new MemoryBudget(32 << 20));
    // More digits than are converted in one go.
    BigInteger value = GmpFactorialSum.of(300_000, () -> {}).negate();
    ByteArrayOutputStream here = new ByteArrayOutputStream();
    ByteArrayOutputStream there = new ByteArrayOutputStream();

    DecimalDigits.write(value, 1_512_846, here, arithmetic.decimalSteps(() -> {}));
    DecimalDigits.write(value, there, () -> {});

    assertThat(here.size()).isEqualTo(1_512_847);
    assertThat(Arrays.equals(here.toByteArray(), there.toByteArray())).isTrue();
  }

  @Test
  void leavesTheConversionToJavaWhereThereIsLittleMemory() {
    assertThat(
            new NativeArithmetic(GmpLibrary.ofSystem(), new MemoryBudget(1 << 20))
                .decimalSteps(() -> {})
                .digitsInOneGo())
        .isEqualTo(DecimalSteps.ofJava(() -> {}).digitsInOneGo());
  }

  @Test
  void abandonsAConversionThatIsInterruptedWhileItWaitsForMemory() throws InterruptedException {
    MemoryBudget budget = new MemoryBudget(32 << 20);
    NativeArithmetic arithmetic = new NativeArithmetic(GmpLibrary.ofSystem(), budget);
    try (var _ = budget.reserve(budget.total())) {
      DecimalSteps steps = arithmetic.decimalSteps(() -> {});
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> steps.digits(BigInteger.TEN))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> steps.product(BigInteger.TEN, BigInteger.TEN))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void canBeInterruptedWhileItWaitsForMemory() throws InterruptedException {
    try (var _ = memory.reserve(1)) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> transformation.apply(N, () -> false))
          .isInstanceOf(InterruptedException.class);
    }
    assertAllIsFree();
  }

  /** Would wait for ever else. */
  private void assertAllIsFree() throws InterruptedException {
    memory.reserve(memory.total()).close();
  }
}
