package dev.shardline.cli.bench.roundtrip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times of one kind. */
final class Latencies {

  private final List<Duration> measured = new ArrayList<>();

  void add(Duration duration) {
    measured.add(duration);
  }

  /** The time that so many percent of all stay within; of the median, the upper one of two. */
  Duration percentile(int percent) {
    if (measured.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    List<Duration> sorted = new ArrayList<>(measured);
    Collections.sort(sorted);
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  /** {@link #percentile} in milliseconds. */
  double millis(int percent) {
    return percentile(percent).toNanos() / 1e6;
  }

  /** All of them in milliseconds, in the order of measuring. */
  List<Double> millis() {
    return measured.stream().map(duration -> duration.toNanos() / 1e6).toList();
  }

  /** How many times as long as another its median is. */
  double medianRatio(Latencies other) {
    return (double) percentile(50).toNanos() / other.percentile(50).toNanos();
  }
}
