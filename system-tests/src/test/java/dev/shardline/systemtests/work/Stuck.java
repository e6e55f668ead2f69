package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;
import java.util.concurrent.locks.LockSupport;

/** Work that makes no progress: never returns, and does not care that it is interrupted. */
public final class Stuck implements Transformation {

  @Override
  public String name() {
    return "stuck";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) {
    while (true) {
      LockSupport.parkNanos(1_000_000_000);
      // Parking returns at once while the interrupt is pending.
      var _ = Thread.interrupted();
    }
  }
}
