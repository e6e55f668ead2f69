package dev.shardline.transform.computation;

import dev.shardline.transform.factorial.SpareCores;
import dev.shardline.transform.gmp.GmpFactorialSum;
import dev.shardline.transform.gmp.GmpIntegers;
import dev.shardline.transform.gmp.GmpLibrary;
import dev.shardline.transform.gmp.NativeDemand;
import dev.shardline.transform.integer.DecimalSteps;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Factorial sums by a native library, in an amount of memory that all threads share. Thread-safe.
 */
public final class NativeArithmetic {

  /** Enough for a million digits, which would take Java too long in one go. */
  private static final long DIGITS_MEMORY =
      GmpIntegers.memoryOfDigits(BigInteger.ONE.shiftLeft(4 * GmpIntegers.DIGITS_IN_ONE_GO));

  private final GmpLibrary library;
  private final MemoryBudget memory;

  /**
   * By that library.
   *
   * @param memory what may be used outside of the heap
   */
  public NativeArithmetic(GmpLibrary library, MemoryBudget memory) {
    this.library = library;
    this.memory = memory;
  }

  /** Whether f(n) is computed here: it is faster than without, and there can be memory for it. */
  boolean suits(int n) {
    return n >= GmpFactorialSum.FASTER_FROM && NativeDemand.of(n).bytes() <= memory.total();
  }

  /**
   * Computes f(n), when the memory for it is free.
   *
   * @param n one that {@linkplain #suits suits}
   * @param checkpoint called on the calling thread at least every half second; an unchecked
   *     exception that it throws abandons the computation and reaches the caller
   * @param spare may help
   * @throws InterruptedException if it was interrupted while it waited for memory
   */
  BigInteger factorialSum(int n, Runnable checkpoint, SpareCores spare)
      throws InterruptedException {
    try (var _ = memory.reserve(NativeDemand.of(n).bytes())) {
      return GmpFactorialSum.of(n, checkpoint, spare);
    }
  }

  /** Whether a range of n's factors is computed here. */
  boolean suits(int n, int from, int to) {
    return n >= GmpFactorialSum.FASTER_FROM
        && NativeDemand.ofRange(from, to).bytes() <= memory.total();
  }

  /**
   * Computes a range of n's factors, when the memory for it is free.
   *
   * @param from the first factor of one that {@linkplain #suits(int, int, int) suits}
   * @param to the first beyond
   * @param checkpoint as of {@link #factorialSum}
   * @param spare may help
   * @throws InterruptedException if it was interrupted while it waited for memory
   */
  List<BigInteger> range(int from, int to, int n, Runnable checkpoint, SpareCores spare)
      throws InterruptedException {
    try (var _ = memory.reserve(NativeDemand.ofRange(from, to).bytes())) {
      return GmpFactorialSum.range(from, to, n, checkpoint, spare);
    }
  }

  /**
   * Multiplication, of any integers. Products that would need more memory than there is are
   * computed without the library.
   *
   * @param checkpoint as of {@link #decimalSteps}
   */
  BinaryOperator<BigInteger> product(Runnable checkpoint) {
    return new NativeSteps(memory, checkpoint, DecimalSteps.ofJava(checkpoint))::product;
  }

  /**
   * The steps of a conversion to decimal, for any integer. Products that would need more memory
   * than there is are computed without the library.
   *
   * @param checkpoint called on the calling thread before each piece of the work, which takes half
   *     a second at most; an unchecked exception that it throws abandons the conversion
   */
  public DecimalSteps decimalSteps(Runnable checkpoint) {
    DecimalSteps java = DecimalSteps.ofJava(checkpoint);
    boolean enough = memory.total() >= DIGITS_MEMORY;
    return enough ? new NativeSteps(memory, checkpoint, java) : java;
  }

  /** What it is, for a log. */
  @Override
  public String toString() {
    return "GMP %s from n = %d on, in up to %d MiB outside of the heap"
        .formatted(library.version(), GmpFactorialSum.FASTER_FROM, memory.total() >> 20);
  }
}
