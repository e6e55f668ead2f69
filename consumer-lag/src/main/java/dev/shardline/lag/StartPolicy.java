package dev.shardline.lag;

/** Where a group begins in a partition that it has no valid position in. */
public enum StartPolicy {
  /** With the oldest record. */
  EARLIEST,
  /** With what is written after it came, so that it skips what is there. */
  LATEST,
  /** Nobody said so. */
  UNKNOWN
}
