package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;

/** CPU work of a team's own, but for the CPU: takes as many milliseconds as the number says. */
public final class Nap implements Transformation {

  /** What shards ask for. */
  public static final String NAME = "nap";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    Thread.sleep(number);
    return BigInteger.valueOf(number);
  }
}
