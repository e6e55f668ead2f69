package dev.shardline.cli.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
final class ShortNumber {

  private static final int COUNTING = 3;
  private static final int MOST_DECIMALS = 6;
  private static final int LONG = 1000;

  private ShortNumber() {}

  /**
   * Three digits that count, or all of an integral part that is longer; never an exponent. What a
   * division by zero gives is a question mark.
   */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return "?";
    }
    if (Math.abs(value) >= LONG) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    BigDecimal rounded = rounded(value);
    if (rounded.signum() == 0) {
      return "0";
    }
    int decimals = COUNTING - (rounded.precision() - rounded.scale());
    return rounded
        .setScale(Math.clamp(decimals, 0, MOST_DECIMALS), RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The same without zeros at the end of a fraction, for round values. */
  static String round(double value) {
    return Math.abs(value) >= LONG
        ? of(value)
        : rounded(value).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(new MathContext(COUNTING));
  }
}
