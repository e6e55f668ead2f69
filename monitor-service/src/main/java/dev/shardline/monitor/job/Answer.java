package dev.shardline.monitor.job;

/** What became of a part of a job. */
public enum Answer {
  DONE,
  FAILED,
  CANCELLED
}
