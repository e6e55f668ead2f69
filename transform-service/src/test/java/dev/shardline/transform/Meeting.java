package dev.shardline.transform;

import java.math.BigInteger;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Work that fails unless it is done on three shards at a time. */
public final class Meeting implements Transformation {

  /** How many have to be there. */
  static final int SIZE = 3;

  private static final CyclicBarrier BARRIER = new CyclicBarrier(SIZE);

  @Override
  public String name() {
    return "meeting";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws Exception {
    BARRIER.await(30, TimeUnit.SECONDS);
    return BigInteger.valueOf(number);
  }
}
