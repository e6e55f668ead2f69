package dev.shardline.ingest.shard;

import org.jspecify.annotations.Nullable;

/** The rows of a body, counted. Not thread-safe. */
final class RowTally {

  private int rows;
  private int bad;
  private @Nullable String firstProblem;

  /**
   * Counts a row.
   *
   * @throws InvalidBodyException if there are more than a job can have shards
   */
  void add(Row row) throws InvalidBodyException {
    if (rows == Integer.MAX_VALUE) {
      throw new InvalidBodyException("expected at most 2147483647 rows", null);
    }
    rows++;
    if (row instanceof Row.Unusable unusable) {
      if (bad == 0) {
        firstProblem = unusable.at(rows);
      }
      bad++;
    }
  }

  int rows() {
    return rows;
  }

  int bad() {
    return bad;
  }

  /** What is wrong with the first bad row, and which it is; null if none is bad. */
  @Nullable String firstProblem() {
    return firstProblem;
  }
}
