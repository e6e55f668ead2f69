package dev.shardline.transform;

import java.math.BigInteger;
import java.util.concurrent.Semaphore;

/** Work that ends only when its value is no longer wanted. */
public final class Endless implements Transformation {

  private static final Semaphore BEGUN = new Semaphore(0);

  /** Returns once work on a shard has begun. */
  static void awaitBegin() throws InterruptedException {
    BEGUN.acquire();
  }

  /** Whether work on another shard has begun that nobody awaited. */
  static boolean hasBegunAnother() {
    return BEGUN.tryAcquire();
  }

  @Override
  public String name() {
    return "endless";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    BEGUN.release();
    while (true) {
      token.throwIfCancelled();
      Thread.onSpinWait();
    }
  }
}
