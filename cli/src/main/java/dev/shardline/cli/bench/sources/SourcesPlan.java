package dev.shardline.cli.bench.sources;

import java.time.Duration;

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
}
