package dev.shardline.cli.demo;

import java.time.Duration;
import java.util.Locale;

/** How two durations compare. */
final class Ratio {

  private Ratio() {}

  /** How many times as long {@code slow} is, such as {@code 1.94}; a dash if there is no time. */
  static String of(Duration slow, Duration fast) {
    return fast.isPositive()
        ? String.format(Locale.ROOT, "%.2f", (double) slow.toNanos() / fast.toNanos())
        : "-";
  }
}
