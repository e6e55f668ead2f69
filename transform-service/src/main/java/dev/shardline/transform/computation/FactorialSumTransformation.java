package dev.shardline.transform.computation;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.MemoryDemand;
import dev.shardline.transform.factorial.SpareCores;
import java.math.BigInteger;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** {@code factorial-sum}: for n, the sum of i! for 1 ≤ i &lt; n. */
public final class FactorialSumTransformation implements Transformation {

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

  private @Nullable NativeArithmetic nativeFor(int n) {
    return nativeArithmetic != null && nativeArithmetic.suits(n) ? nativeArithmetic : null;
  }

  private static void stopIfCancelled(CancellationToken token) {
    if (token.isCancelled() || Thread.interrupted()) {
      throw new CancellationException();
    }
  }
}
