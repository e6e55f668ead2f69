package dev.shardline.cli.bench.report;

import java.util.Locale;

/**
 * What a ratio is to be.
 *
 * @param bound which side is the good one
 * @param value the limit, included
 */
public record Target(Bound bound, double value) {

  /** A side of a limit. */
  public enum Bound {
    /** The limit or more. */
    AT_LEAST("at least"),
    /** The limit or less. */
    AT_MOST("at most");

    private final String words;

    Bound(String words) {
      this.words = words;
    }
  }

  /** That value or more. */
  public static Target atLeast(double value) {
    return new Target(Bound.AT_LEAST, value);
  }

  /** That value or less. */
  public static Target atMost(double value) {
    return new Target(Bound.AT_MOST, value);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "to be %s %.2f", bound.words, value);
  }
}
