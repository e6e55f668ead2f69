package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;

/** Fails as a team's code does. */
public final class Thrower implements Transformation {

  @Override
  public String name() {
    return "thrower";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) {
    throw new IllegalStateException("no value for " + number);
  }
}
