package dev.shardline.transform.shard;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.IntegerValue;

/** What one delivery of a shard came to. */
sealed interface ShardOutcome {

  /**
   * It has a value.
   *
   * @param engine what did the arithmetic
   */
  record Done(IntegerValue value, String engine) implements ShardOutcome {}

  /** It has none and never will. */
  record Failed(Failure failure, Ground ground) implements ShardOutcome {}

  /** Its job was cancelled. */
  record Cancelled() implements ShardOutcome {}

  /** It is to be tried again after a while. */
  record Postponed(Requeued as, Failure failure) implements ShardOutcome {}

  /** Another copy of it is in its place. */
  record Passed() implements ShardOutcome {}

  /** It goes back to its topic before its deliveries are used up. */
  record BackInLine(Requeued as) implements ShardOutcome {}

  /** What a failure follows from. */
  enum Ground {
    /** From the shard: every attempt comes to it. */
    SHARD,

    /** From what is noted of its attempts. */
    HISTORY,

    /** From this attempt: another could come to something else. */
    ATTEMPT
  }
}
