package dev.shardline.transform;

import java.math.BigInteger;

/** Work that needs more heap than any machine has. */
public final class Hungry implements Transformation {

  @Override
  public String name() {
    return "hungry";
  }

  @Override
  public long memoryDemand(long number) {
    return 1L << 60;
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) {
    throw new AssertionError("computed without the memory for it");
  }
}
