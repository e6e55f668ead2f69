package dev.shardline.transform.factorial;

import dev.shardline.transform.gmp.GmpFactorialSum;
import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * f(n) by Horner's rule, by binary splitting on the JDK's integers, and by GMP. In the package of
 * the algorithms, which outside of it are one: that which is chosen for n.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class FactorialSumBenchmark {

  /** Those around which another algorithm becomes the fastest, and the tutorial's. */
  @Param({"1500", "2200", "2800", "10000", "30000"})
  public int n;

  /** In machine words, in place. */
  @Benchmark
  public BigInteger horner() {
    return HornerSum.of(n, () -> {});
  }

  /** With the JDK's multiplication. */
  @Benchmark
  public BigInteger splitting() {
    return SplittingSum.of(n, () -> {});
  }

  /** In native memory. */
  @Benchmark
  public BigInteger gmp() {
    return GmpFactorialSum.of(n, () -> {});
  }
}
