package dev.shardline.transform;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that takes as many milliseconds as its number says, and no CPU. */
public final class Nap implements Transformation {

  private static final ConcurrentLinkedQueue<Long> STARTS = new ConcurrentLinkedQueue<>();

  /** How often work on that number was begun. */
  static long starts(long number) {
    return STARTS.stream().filter(started -> started == number).count();
  }

  @Override
  public String name() {
    return "nap";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    STARTS.add(number);
    boolean woken = new CountDownLatch(1).await(number, TimeUnit.MILLISECONDS);
    return woken ? BigInteger.ZERO : BigInteger.valueOf(number);
  }
}
