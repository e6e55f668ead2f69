package dev.shardline.transform;

import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Work that fails for now at its first attempt at each number. */
public final class Flaky implements Transformation {

  private static final Set<Long> SEEN = ConcurrentHashMap.newKeySet();

  @Override
  public String name() {
    return "flaky";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws RetryableException {
    if (SEEN.add(number)) {
      throw new RetryableException("not at the first attempt");
    }
    return BigInteger.valueOf(number);
  }
}
