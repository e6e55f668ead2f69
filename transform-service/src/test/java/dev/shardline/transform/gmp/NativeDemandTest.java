package dev.shardline.transform.gmp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.SpareCores;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeDemandTest {

  @Test
  void growsWithTheNumberUpToTheLargest() {
    int step = 20_011;
    for (int n = step; n <= FactorialSum.MAX_N; n += step) {
      assertThat(NativeDemand.of(n).bytes()).isGreaterThan(NativeDemand.of(n - step).bytes());
    }
  }

  @ParameterizedTest
  @CsvSource({"3000000, 75", "10000000, 256", "86181406, 1900"})
  void isSoMuchAtMost(int n, long mebibytes) {
    assertThat(NativeDemand.of(n).bytes()).isLessThan(mebibytes << 20);
  }

  @ParameterizedTest
  @CsvSource({"150000, 2097152", "400000, 2097152", "1000000, 2097152", "500000, 40000"})
  @RequiresGmp
  void coversWhatGmpTakesWhileItMultiplies(int n, long wordsInOneGo) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      Allocations allocations = new Allocations(arena);
      try {
        var _ = GmpFactorialSum.of(n, wordsInOneGo, () -> {}, SpareCores.NONE);
      } finally {
        allocations.stop();
      }
      assertThat(allocations.peak)
          .isLessThanOrEqualTo(NativeDemand.of(n, wordsInOneGo).scratchBytes())
          .isGreaterThan(NativeDemand.of(n, wordsInOneGo).scratchBytes() / 4);
      assertThat(allocations.inUse).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100_000, 400_000, 1_000_000})
  @RequiresGmp
  void coversWhatGmpTakesWhileItConverts(int digits) throws Throwable {
    BigInteger natural = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
    try (Arena arena = Arena.ofConfined()) {
      Allocations allocations = new Allocations(arena);
      try {
        var _ = GmpIntegers.digits(natural);
      } finally {
        allocations.stop();
      }
      assertThat(allocations.peak)
          .isLessThanOrEqualTo(GmpIntegers.memoryOfDigits(natural))
          .isGreaterThan(GmpIntegers.memoryOfDigits(natural) / 4);
      assertThat(allocations.inUse).isZero();
    }
  }

  /** Counts what GMP allocates, in the functions that it can be given for that. */
  @SuppressWarnings("restricted")
  static final class Allocations {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle MALLOC =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("malloc"),
            FunctionDescriptor.of(ADDRESS, JAVA_LONG));
    private static final MethodHandle FREE =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("free"), FunctionDescriptor.ofVoid(ADDRESS));

    private final MethodHandle setFunctions =
        LINKER.downcallHandle(
            GmpLibrary.ofSystem().symbols().findOrThrow("__gmp_set_memory_functions"),
            FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
    private long inUse;
    private long peak;

    Allocations(Arena arena) throws Throwable {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle allocate =
          lookup.bind(this, "allocate", MethodType.methodType(MemorySegment.class, long.class));
      MethodHandle free =
          lookup.bind(
              this, "free", MethodType.methodType(void.class, MemorySegment.class, long.class));
      setFunctions.invokeExact(
          LINKER.upcallStub(allocate, FunctionDescriptor.of(ADDRESS, JAVA_LONG), arena),
          MemorySegment.NULL,
          LINKER.upcallStub(free, FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG), arena));
    }

    void stop() throws Throwable {
      setFunctions.invokeExact(MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL);
    }

    MemorySegment allocate(long bytes) throws Throwable {
      inUse += bytes;
      peak = Math.max(peak, inUse);
      return (MemorySegment) MALLOC.invokeExact(bytes);
    }

    void free(MemorySegment block, long bytes) throws Throwable {
      inUse -= bytes;
      FREE.invokeExact(block);
    }
  }
}
