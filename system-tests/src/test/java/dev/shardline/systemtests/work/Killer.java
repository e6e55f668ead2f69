package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;

/** Ends the process that computes it, at once and without a word. */
public final class Killer implements Transformation {

  @Override
  public String name() {
    return "killer";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) {
    Runtime.getRuntime().halt(3);
    throw new AssertionError("halted");
  }
}
