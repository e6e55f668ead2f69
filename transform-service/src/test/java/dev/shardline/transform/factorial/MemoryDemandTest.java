package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.transform.integer.DecimalDigits;
import java.io.File;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryDemandTest {
  /** In 2.5 MiB a JVM of its own computes f(10); the rest is for other versions of it. */
  private static final long JVM_ALONE = 4 << 20;

  private static final int N = 400_000;

  @Test
  void neverShrinksFromOneNumberToTheNext() {
    for (int n = 1; n < 5000; n++) {
      assertThat(MemoryDemand.bytes(n)).isGreaterThanOrEqualTo(MemoryDemand.bytes(n - 1));
    }
  }

  @Test
  void growsWithTheNumberUpToTheLargest() {
    int step = 20_011;
    for (int n = step; n <= FactorialSum.MAX_N; n += step) {
      assertThat(MemoryDemand.bytes(n)).isGreaterThan(MemoryDemand.bytes(n - step));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SerialGC", "G1GC"})
  void isEnoughToComputeAndSummarise(String collector) throws Exception {
    assertThat(exitCodeWithHeap(JVM_ALONE + MemoryDemand.bytes(N), collector, "summary")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SerialGC", "G1GC"})
  void ofDecimalDigitsIsEnoughToWriteThemOut(String collector) throws Exception {
    assertThat(exitCodeWithHeap(JVM_ALONE + demandOfDecimals(), collector, "decimal")).isZero();
  }

  @Test
  void ofDecimalDigitsIsNotTooPessimistic() throws Exception {
    assertThat(exitCodeWithHeap(demandOfDecimals() / 3, "SerialGC", "decimal")).isEqualTo(3);
  }

  @Test
  void isNotTooPessimistic() throws Exception {
    long muchLess = MemoryDemand.bytes(N) / 3;
    assertThat(exitCodeWithHeap(muchLess, "SerialGC", "summary")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, FactorialSum.MAX_N + 1})
  void refusesANumberOutOfRange(int n) {
    assertThatThrownBy(() -> MemoryDemand.bytes(n))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("was " + n);
  }

  private static long demandOfDecimals() {
    return DecimalDigits.memoryDemand(
        BigInteger.ONE.shiftLeft(Math.toIntExact(SumSize.bits(N)) - 1));
  }

  /** Of a JVM that ends with 3 when its heap is exhausted. */
  private static int exitCodeWithHeap(long bytes, String collector, String output)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + bytes / 1024 + "k",
                "-XX:+Use" + collector,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                folderOf(FactorialSum.class) + File.pathSeparator + folderOf(Summarise.class),
                Summarise.class.getName(),
                Integer.toString(N),
                output)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the JVM ended").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path folderOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
