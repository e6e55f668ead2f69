package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.RetryableException;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks for another attempt at the first shard that a process computes, and at no other. */
public final class FlakyOnce implements Transformation {

  private static final AtomicBoolean ASKED = new AtomicBoolean();

  @Override
  public String name() {
    return "flaky-once";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws RetryableException {
    if (!ASKED.getAndSet(true)) {
      throw new RetryableException("not yet");
    }
    return BigInteger.valueOf(number);
  }
}
