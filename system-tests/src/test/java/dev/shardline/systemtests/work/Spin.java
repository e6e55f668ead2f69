package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;

/** CPU work that keeps a core for as many milliseconds as the number says. */
public final class Spin implements Transformation {

  /** What shards ask for. */
  static final String NAME = "spin";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    long end = System.nanoTime() + number * 1_000_000;
    while (System.nanoTime() - end < 0) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Thread.onSpinWait();
    }
    return BigInteger.valueOf(number);
  }
}
