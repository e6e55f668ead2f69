package dev.shardline.cli.job;

/** How a piece of work ended. */
public enum Ending {
  DONE,
  FAILED,
  CANCELLED
}
