package dev.shardline.transform.computation;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.SplittableTransformation;
import dev.shardline.transform.factorial.FactorialRanges;
import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.MemoryDemand;
import dev.shardline.transform.factorial.SpareCores;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** {@code factorial-sum}: for n, the sum of i! for 1 ≤ i &lt; n. */
public final class FactorialSumTransformation implements SplittableTransformation {

  private final @Nullable NativeArithmetic nativeArithmetic;
  private final SpareCores spare;

  /** By the JDK's arithmetic alone. */
  public FactorialSumTransformation() {
    this(null, SpareCores.NONE);
  }

  /**
   * By native arithmetic where it suits, by the JDK's else.
   *
   * @param nativeArithmetic null if there is none
   * @param spare may help with large numbers
   */
  public FactorialSumTransformation(@Nullable NativeArithmetic nativeArithmetic, SpareCores spare) {
    this.nativeArithmetic = nativeArithmetic;
    this.spare = spare;
  }

  @Override
  public String name() {
    return "factorial-sum";
  }

  @Override
  public long maxNumber() {
    return FactorialSum.MAX_N;
  }

  @Override
  public long memoryDemand(long number) {
    return MemoryDemand.bytes(Math.toIntExact(number));
  }

  @Override
  public String engine(long number) {
    return nativeFor(Math.toIntExact(number)) == null ? "java" : "gmp";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    int n = Math.toIntExact(number);
    NativeArithmetic arithmetic = nativeFor(n);
    try {
      return arithmetic == null
          ? FactorialSum.of(n, () -> stopIfCancelled(token), spare)
          : arithmetic.factorialSum(n, () -> stopIfCancelled(token), spare);
    } catch (CancellationException e) {
      throw new InterruptedException("factorial-sum of " + number);
    }
  }

  @Override
  public List<Long> divide(long number, int parts) {
    return FactorialRanges.bounds(Math.toIntExact(number), parts);
  }

  @Override
  public long partMemoryDemand(long number, long from, long to) {
    return FactorialRanges.memoryDemand(Math.toIntExact(from), Math.toIntExact(to));
  }

  @Override
  public List<BigInteger> applyPart(long number, long from, long to, CancellationToken token)
      throws InterruptedException {
    int n = Math.toIntExact(number);
    int first = Math.toIntExact(from);
    int end = Math.toIntExact(to);
    NativeArithmetic arithmetic = nativeArithmetic;
    try {
      return arithmetic != null && arithmetic.suits(n, first, end)
          ? arithmetic.range(first, end, n, () -> stopIfCancelled(token), spare)
          : FactorialRanges.range(first, end, n, () -> stopIfCancelled(token));
    } catch (CancellationException e) {
      throw new InterruptedException("factors %d to %d of %d".formatted(from, to, number));
    }
  }

  @Override
  public long combineMemoryDemand(long number) {
    return FactorialRanges.combineMemoryDemand(Math.toIntExact(number));
  }

  @Override
  public BigInteger combine(long number, List<List<BigInteger>> partials, CancellationToken token)
      throws InterruptedException {
    Runnable checkpoint = () -> stopIfCancelled(token);
    NativeArithmetic arithmetic = nativeFor(Math.toIntExact(number));
    try {
      return arithmetic == null
          ? FactorialRanges.combine(partials, checkpoint)
          : FactorialRanges.combine(partials, arithmetic.product(checkpoint), checkpoint);
    } catch (CancellationException e) {
      throw new InterruptedException("combining the parts of " + number);
    }
  }

  private @Nullable NativeArithmetic nativeFor(int n) {
    return nativeArithmetic != null && nativeArithmetic.suits(n) ? nativeArithmetic : null;
  }

  private static void stopIfCancelled(CancellationToken token) {
    if (token.isCancelled() || Thread.interrupted()) {
      throw new CancellationException();
    }
  }
}
