package dev.shardline.cli.bench.arithmetic;

import java.util.Locale;

/**
 * One round of one contestant, as it is handed from the JVM that measures to the one that reports.
 *
 * @param n the number
 * @param nanos of CPU time for one computation
 * @param contestant who
 */
record Sample(int n, double nanos, String contestant) {

  /** One line. */
  String line() {
    return String.format(Locale.ROOT, "%d %.1f %s", n, nanos, contestant);
  }

  /**
   * What {@link #line} gave.
   *
   * @throws IllegalArgumentException if it is no such line
   */
  static Sample of(String line) {
    String[] parts = line.split(" ", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("no sample: " + line);
    }
    return new Sample(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), parts[2]);
  }
}
