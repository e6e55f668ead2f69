package dev.shardline.cli.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where values stand on an axis. Linear from zero, unless they differ so much that the small ones
 * could not be seen: then each power of ten takes the same length.
 *
 * @param from the value at the axis' beginning
 * @param to the value at its end
 * @param logarithmic whether powers of ten are as far apart as each other
 */
record ChartScale(double from, double to, boolean logarithmic) {

  /** A bar of less than this part of the longest is not seen. */
  private static final double SEEN = 100;

  private static final int MOST_TICKS = 5;

  /**
   * One that has room for all values.
   *
   * @param values 0 or above; those of 0 stand at the beginning
   */
  static ChartScale of(List<Double> values) {
    double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double smallest =
        values.stream().mapToDouble(Double::doubleValue).filter(v -> v > 0).min().orElse(1);
    if (largest <= 0) {
      return new ChartScale(0, 1, false);
    }
    return largest / smallest > SEEN
        ? new ChartScale(
            Math.pow(10, Math.floor(Math.log10(smallest))),
            Math.pow(10, Math.ceil(Math.log10(largest))),
            true)
        : new ChartScale(0, largest, false);
  }

  /** How far along the axis a value is, 0 to 1. */
  double share(double value) {
    if (value <= from) {
      return 0;
    }
    return logarithmic
        ? Math.min(1, Math.log10(value / from) / Math.log10(to / from))
        : Math.min(1, value / to);
  }

  /** Round values, for lines across. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (logarithmic) {
      int powers = (int) Math.round(Math.log10(to / from));
      int step = Math.ceilDiv(powers, MOST_TICKS + 2);
      for (int power = 0; power <= powers; power += step) {
        ticks.add(from * Math.pow(10, power));
      }
      return ticks;
    }
    double step = roundStep();
    for (int i = 0; i * step <= to; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** The smallest of 1, 2 and 5 times a power of ten that gives few enough. */
  private double roundStep() {
    double rough = to / MOST_TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= rough) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
