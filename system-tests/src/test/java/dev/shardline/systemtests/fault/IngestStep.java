package dev.shardline.systemtests.fault;

/** Where an ingest service is when it is killed. */
enum IngestStep {
  /** The source has the request and answers nothing. */
  FETCHING,

  /** Half the body is there. */
  STORING,

  /** Some shards are published and others not. */
  PUBLISHING,

  /** All shards are published and the outcome is not: its topic takes none. */
  BEFORE_OUTCOME,

  /** The outcome is published; the offset is committed up to a second later. */
  BEFORE_ACKNOWLEDGEMENT
}
