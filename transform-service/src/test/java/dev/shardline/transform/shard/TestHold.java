package dev.shardline.transform.shard;

import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.delivery.ReceivedRecord;

/** A record that a test holds, or has lost. */
record TestHold(ReceivedRecord record, AttemptHistory history, Stop stop, boolean held)
    implements HeldRecord {

  static TestHold of(ReceivedRecord record) {
    return new TestHold(record, AttemptHistory.NONE, new Stop(), true);
  }

  static TestHold lost(ReceivedRecord record) {
    return new TestHold(record, AttemptHistory.NONE, new Stop(), false);
  }

  @Override
  public boolean claim() {
    return held;
  }
}
