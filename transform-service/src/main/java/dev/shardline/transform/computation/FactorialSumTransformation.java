package dev.shardline.transform.computation;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.MemoryDemand;
import java.math.BigInteger;
import java.util.concurrent.CancellationException;

/** {@code factorial-sum}: for n, the sum of i! for 1 ≤ i &lt; n. */
public final class FactorialSumTransformation implements Transformation {

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
  public BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    try {
      return FactorialSum.of(Math.toIntExact(number), () -> stopIfCancelled(token));
    } catch (CancellationException e) {
      throw new InterruptedException("factorial-sum of " + number);
    }
  }

  private static void stopIfCancelled(CancellationToken token) {
    if (token.isCancelled() || Thread.interrupted()) {
      throw new CancellationException();
    }
  }
}
