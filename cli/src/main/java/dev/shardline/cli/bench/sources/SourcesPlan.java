package dev.shardline.cli.bench.sources;

import java.time.Duration;
import java.util.Locale;

/**
 * So many sources of one delay for so many workers.
 *
 * @param sources how many, 1 or above
 * @param delay after which each answers
 * @param workers how many are fetched at a time, 1 or above
 */
public record SourcesPlan(int sources, Duration delay, int workers) {

  /** What it takes if no worker is ever idle while there is a source left. */
  Duration ideal() {
    return delay.multipliedBy(Math.ceilDiv(sources, workers));
  }

  /** For people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%,d sources of %d ms, %d workers", sources, delay.toMillis(), workers);
  }
}
