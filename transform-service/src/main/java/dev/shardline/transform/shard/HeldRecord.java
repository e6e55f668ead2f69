package dev.shardline.transform.shard;

import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.delivery.ReceivedRecord;

/** A record that was delivered to this worker. Thread-safe. */
public interface HeldRecord {

  /** The record. */
  ReceivedRecord record();

  /** What is noted of its earlier deliveries. */
  AttemptHistory history();

  /** Ends its computation before its time. */
  Stop stop();

  /**
   * Claims the right to answer the record, which is given once, and only while nobody else can have
   * the record. May wait until that is known.
   *
   * @return whether the caller is to answer it
   */
  boolean claim();
}
