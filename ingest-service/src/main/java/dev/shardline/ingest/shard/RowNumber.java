package dev.shardline.ingest.shard;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads a shard's number as it may be written in JSON, also as 2500.0 or 2.5e3.
 *
 * @param field where it stands in a row
 */
record RowNumber(String field) {

  static final String EXPECTED = "expected an integer of 0 or above, below 2^63";

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,9})?");
  private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

  /** The most digits before the decimal point that a number below 2^63 has. */
  private static final int MAX_DIGITS = 19;

  private static final int MAX_REPEATED = 60;

  Row read(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return unusable(text);
    }
    BigDecimal value = new BigDecimal(text);
    if (value.signum() == 0) {
      return new Row.Usable(0);
    }
    // Looks at the exponent first: comparing 1e999999999 would expand it in memory.
    boolean fits = value.precision() - (long) value.scale() <= MAX_DIGITS;
    return fits
            && value.signum() > 0
            && value.stripTrailingZeros().scale() <= 0
            && value.compareTo(MAX) <= 0
        ? new Row.Usable(value.longValueExact())
        : unusable(text);
  }

  /** The field holds something else than a usable number. */
  Row unusable(String found) {
    return new Row.Unusable(
        "%s: %s, was %s".formatted(field, EXPECTED, Excerpt.of(found, MAX_REPEATED)));
  }

  /** The row has no such field. */
  Row missing() {
    return new Row.Unusable("%s is missing: %s".formatted(field, EXPECTED));
  }

  /** The row has no fields at all. */
  Row withoutFields(String found) {
    return new Row.Unusable(
        "%s is missing: expected an object, was %s"
            .formatted(field, Excerpt.of(found, MAX_REPEATED)));
  }

  /** The row has several such fields. */
  Row repeated() {
    return new Row.Unusable(field + " is there more than once");
  }
}
