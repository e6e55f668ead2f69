package dev.shardline.lag.position;

/** How far a group is in a partition, as its brokers keep it. */
public sealed interface GroupPosition {

  /** They keep nothing: it never began, or it was deleted, or its offsets have expired. */
  record None() implements GroupPosition {}

  /** All records before that offset are processed. */
  record Committed(long offset) implements GroupPosition {}

  /**
   * A share group: all records before the offset are processed, and some of those after it.
   *
   * @param unprocessed how many offsets from {@code offset} on are not processed
   */
  record Shared(long offset, long unprocessed) implements GroupPosition {}

  /** It cannot be read. */
  record Unreadable(String reason) implements GroupPosition {}
}
