package dev.shardline.cli.bench.throughput;

import java.util.Arrays;
import java.util.Collection;

/**
 * How fast results came, by the times at which they were handed to the producer, in whole
 * milliseconds. What comes before the first result counts for nothing: the start of the JVM and the
 * join of the group.
 *
 * @param whole results a second from the first millisecond that has one to the last
 * @param laterHalf the same from the middle one on, when the JVM is warm
 */
record Pace(double whole, double laterHalf) {

  /**
   * Of results.
   *
   * @param times of at least one, in milliseconds and any order
   */
  static Pace of(Collection<Long> times) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Pace(rateFrom(0, sorted), rateFrom(sorted.length / 2, sorted));
  }

  private static double rateFrom(int first, long[] sorted) {
    long start = sorted[first];
    long end = sorted[sorted.length - 1];
    long after = Arrays.stream(sorted).filter(time -> time > start).count();
    return end == start ? 0 : after * 1000.0 / (end - start);
  }
}
