package dev.shardline.transform.computation;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.SplittableTransformation;
import dev.shardline.transform.factorial.FactorialRanges;
import dev.shardline.transform.factorial.FactorialSum;
import dev.shardline.transform.factorial.MemoryDemand;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CancellationException;

/** {@code factorial-sum}: for n, the sum of i! for 1 ≤ i &lt; n. */
public final class FactorialSumTransformation implements SplittableTransformation {

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
    try {
      return FactorialRanges.range(
          Math.toIntExact(from),
          Math.toIntExact(to),
          Math.toIntExact(number),
          () -> stopIfCancelled(token));
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
    try {
      return FactorialRanges.combine(partials, () -> stopIfCancelled(token));
    } catch (CancellationException e) {
      throw new InterruptedException("combining the parts of " + number);
    }
  }

  private static void stopIfCancelled(CancellationToken token) {
    if (token.isCancelled() || Thread.interrupted()) {
      throw new CancellationException();
    }
  }
}
