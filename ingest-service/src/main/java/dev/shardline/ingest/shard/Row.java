package dev.shardline.ingest.shard;

import org.jspecify.annotations.Nullable;

/** One row of a body. */
sealed interface Row {

  /** A row with a usable number in the requested field: an integer of 0 or above, below 2^63. */
  record Usable(long number) implements Row {}

  /**
   * A bad row: it cannot be read, or has no such number.
   *
   * @param line the line of the body on which it begins, from 1; null where the format has rows
   *     without regard to lines
   * @param problem what was expected, and what was there
   */
  record Unusable(@Nullable Long line, String problem) implements Row {

    /** A bad row of a format without regard to lines. */
    Unusable(String problem) {
      this(null, problem);
    }

    /**
     * The problem with its place.
     *
     * @param row the row's number, from 1
     */
    String at(long row) {
      return line == null
          ? "row %d: %s".formatted(row, problem)
          : "row %d, line %d: %s".formatted(row, line, problem);
    }
  }

  /** The same row, of a format with regard to lines. */
  default Row onLine(long line) {
    return switch (this) {
      case Usable usable -> usable;
      case Unusable unusable -> new Unusable(line, unusable.problem());
    };
  }
}
