package dev.shardline.worker.metrics;

import java.time.Duration;
import java.util.stream.DoubleStream;

/** The few buckets that all histograms of durations have, from 1 ms to 1 h. */
public final class DurationBuckets {

  private DurationBuckets() {}

  /** Their upper bounds, ascending. */
  public static Duration[] bounds() {
    return DoubleStream.of(
            0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 60, 120, 300, 600, 1800, 3600)
        .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
        .toArray(Duration[]::new);
  }
}
