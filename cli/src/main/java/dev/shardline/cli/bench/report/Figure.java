package dev.shardline.cli.bench.report;

import dev.shardline.cli.bench.Median;
import java.util.List;

/**
 * One thing that was measured of one contestant.
 *
 * @param group what all contestants of a comparison were given, such as {@code n = 2,500}; empty
 *     where there is one comparison alone
 * @param contestant who was measured
 * @param measure what was measured, such as {@code CPU time}; figures of one measure have one unit
 * @param unit of the value and the rounds, such as {@code ms}, {@code shards/s} or {@code MB}
 * @param statistic how the value follows from the rounds: {@code median}, {@code mean}, {@code
 *     max}, {@code p50} or {@code p99}
 * @param value 0 or above
 * @param rounds what was measured, in the order of measuring; at least one
 */
public record Figure(
    String group,
    String contestant,
    String measure,
    String unit,
    String statistic,
    double value,
    List<Double> rounds) {

  private static final String MEDIAN = "median";

  /**
   * @throws IllegalArgumentException if there is no round
   */
  public Figure {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException(contestant + ", " + measure + ": there is no round");
    }
    rounds = List.copyOf(rounds);
  }

  /** The median of rounds. */
  public static Figure median(
      String group, String contestant, String measure, String unit, List<Double> rounds) {
    return new Figure(group, contestant, measure, unit, MEDIAN, Median.of(rounds), rounds);
  }

  double smallest() {
    return rounds.stream().mapToDouble(Double::doubleValue).min().orElse(value);
  }

  double largest() {
    return rounds.stream().mapToDouble(Double::doubleValue).max().orElse(value);
  }

  /** Whether the span of the rounds says how sure the value is. */
  boolean hasSpan() {
    return statistic.equals(MEDIAN) && rounds.size() > 1;
  }
}
