package dev.shardline.lag;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * When the oldest record that is not processed was written: not before the one time, and not after
 * the other. The two are the same unless a share group's workers did records out of order: then its
 * brokers tell how many are done, and not which.
 */
public record Age(Instant notBefore, Instant notAfter) {

  static Age oldest(List<Age> ages) {
    return new Age(
        ages.stream().map(Age::notBefore).min(Comparator.naturalOrder()).orElseThrow(),
        ages.stream().map(Age::notAfter).min(Comparator.naturalOrder()).orElseThrow());
  }

  /** Whether it is known to the instant. */
  public boolean isExact() {
    return notBefore.equals(notAfter);
  }
}
