package dev.shardline.transform.gmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.SpareCores;
import dev.shardline.transform.factorial.Stretches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresGmp
class GmpFactorialSumTest {

  private static final int N = 200_000;

  /** Kept by the allocator and by the JVM for whatever comes next. */
  private static final long SLACK = 200L << 20;

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, FactorialSum.MAX_N + 1, Integer.MAX_VALUE})
  void refusesANumberOutOfRangeAndNamesIt(int n) {
    assertThatThrownBy(() -> GmpFactorialSum.of(n, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n must be from 0 to 86181406, was " + n);
  }

  @Test
  void isAbandonedAtEveryCheckpoint() {
    int n = 3_000;
    int all = checkpoints(n);
    for (int last = 1; last <= all; last++) {
      assertStopsAtCheckpoint(n, last);
    }
  }

  @Test
  void reachesACheckpointForEveryLeafAndBeforeEveryMultiplication() {
    // Halving 30,000 factors gives 512 leaves and 511 combinations, of which 9 multiply once.
    assertThat(checkpoints(30_000)).isGreaterThanOrEqualTo(512 + 2 * 511 - 9);
  }

  @Test
  void neverGoesLongWithoutACheckpoint() {
    Stretches stretches = new Stretches();
    GmpFactorialSum.of(600_000, 2_000, stretches, SpareCores.NONE);
    stretches.run();

    // The last multiplication alone is of 167,000 words, and takes a fifth of the time in one go.
    assertThat(stretches.longest()).isLessThan(stretches.total() / 10);
  }

  @Test
  void multipliesNothingInOneGoThatWouldTakeLong() {
    long factor = Multiplication.WORDS_IN_ONE_GO / 2;
    SystemMemory.requireRoom(4 * Multiplication.WORDS_IN_ONE_GO * Long.BYTES);
    Stretches stretches = new Stretches();
    try (Workspace space = new Workspace(4 * factor)) {
      Natural a = space.reserve(factor);
      space.clear(a.address(), factor);
      for (long word = 0; word < factor; word++) {
        space.setWord(a.address() + word * Long.BYTES, -1 - word);
      }
      long product = space.reserve(2 * factor).address();
      new Multiplication(space, stretches)
          .multiply(product, a.address(), factor, a.address(), factor);
    }
    stretches.run();

    // Some 0.4 s on a machine of today.
    assertThat(stretches.longest()).isLessThan(5);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void givesItsMemoryBackHoweverItEnds() throws IOException {
    long perCall = NativeDemand.of(N).workspaceWords() * Long.BYTES;
    int calls = Math.toIntExact(4 * SLACK / perCall);
    assertStopsAtCheckpoint(N, 5);
    long before = virtualMemory();
    for (int i = 0; i < calls; i++) {
      assertStopsAtCheckpoint(N, 1 + i % 40);
    }
    for (int i = 0; i < 20; i++) {
      var _ = GmpFactorialSum.of(N, () -> {});
    }

    assertThat(virtualMemory() - before).isLessThan(SLACK);
  }

  @Test
  void saysSoWhereTheSystemHasTooLittleMemory() {
    assertThatThrownBy(() -> SystemMemory.requireRoom(Long.MAX_VALUE / 2))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessageContaining("outside of the heap");
    assertThatThrownBy(() -> new Workspace(Long.MAX_VALUE / 16).close())
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void refusesWhatDoesNotFitBeforeNativeCodeIsCalled() {
    try (Workspace space = new Workspace(10)) {
      Natural short1 = space.reserve(4);
      space.reserve(5);

      assertThatThrownBy(() -> space.reserve(2))
          .hasMessage("2 words do not fit into the 1 that are left");
      assertThatThrownBy(() -> space.setWord(short1.address() + 10 * Long.BYTES, 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  /** In bytes, as the kernel counts it: what was taken and not given back, used or not. */
  private static long virtualMemory() throws IOException {
    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[0];
    return Long.parseLong(pages) * 4096;
  }

  private static int checkpoints(int n) {
    AtomicInteger calls = new AtomicInteger();
    var _ = GmpFactorialSum.of(n, calls::incrementAndGet);
    return calls.get();
  }

  private static void assertStopsAtCheckpoint(int n, int last) {
    CancellationException abandoned = new CancellationException("checkpoint " + last);
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(() ->
            GmpFactorialSum.of(
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
