package dev.shardline.ingest.deadletter;

import dev.shardline.contracts.failure.DeadLetter;

/** Puts one record aside, as it came. */
@FunctionalInterface
public interface DeadLetterPublisher {

  /**
   * Returns once the record is durable where dead letters are kept; waits for a broker that is
   * away.
   *
   * @param cause what its headers say of why it is there
   */
  void publish(DeadLetter cause);
}
