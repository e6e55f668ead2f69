package dev.shardline.transform;

import java.math.BigInteger;
import java.util.concurrent.Semaphore;

/** Work that ends when a test lets it. */
public final class Gate implements Transformation {

  private static final Semaphore WAITING = new Semaphore(0);
  private static final Semaphore OPEN = new Semaphore(0);

  /** Returns once work on a shard waits here. */
  static void awaitArrival() throws InterruptedException {
    WAITING.acquire();
  }

  /** Lets one shard pass. */
  static void letOnePass() {
    OPEN.release();
  }

  @Override
  public String name() {
    return "gate";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    WAITING.release();
    OPEN.acquire();
    return BigInteger.valueOf(number);
  }
}
