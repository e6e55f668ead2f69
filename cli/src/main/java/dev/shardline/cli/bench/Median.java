package dev.shardline.cli.bench;

import java.util.Arrays;
import java.util.Collection;

/** The middle of measured figures, which one disturbed round does not move. */
public final class Median {

  private Median() {}

  /**
   * The middle one; of an even number the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static double of(Collection<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("there is no median of nothing");
    }
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
