package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;

/** Calls itself until there is no stack left. */
public final class StackEater implements Transformation {

  @Override
  public String name() {
    return "stack-eater";
  }

  @Override
  @SuppressWarnings("InfiniteRecursion") // that is what it is for
  public BigInteger apply(long number, CancellationToken token) {
    return apply(number + 1, token).add(BigInteger.ONE);
  }
}
