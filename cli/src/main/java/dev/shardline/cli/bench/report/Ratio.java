package dev.shardline.cli.bench.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure over another, which a machine that is slow or busy leaves as it is.
 *
 * @param what which over which
 * @param value without a unit, unless {@code what} names one
 * @param target what it is to be; null where nothing was promised
 */
public record Ratio(String what, double value, @Nullable Target target) {

  /** Of two figures. */
  public static Ratio of(String what, double over, double under, @Nullable Target target) {
    return new Ratio(what, over / under, target);
  }

  /** For people. */
  public String line() {
    String line = String.format(Locale.ROOT, "%s: %.2f", what, value);
    return target == null ? line : line + " (" + target + ")";
  }
}
