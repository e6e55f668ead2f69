package dev.shardline.transform.shard;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.transform.computation.Computed;
import java.util.List;

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

  /** It has none for now. */
  record NotNow(Failure failure) implements ShardOutcome {}

  /**
   * It is to be computed in parts.
   *
   * @param bounds of their ranges
   */
  record Divided(List<Long> bounds) implements ShardOutcome {}

  /** Of a part: its value is kept, and what follows from it is another record's to do. */
  record Kept() implements ShardOutcome {}

  /** Of a part: the values of all are kept, and this record is the one that says so. */
  record Combinable() implements ShardOutcome {}

  /** It goes back to its topic before its deliveries are used up. */
  record BackInLine(Requeued as) implements ShardOutcome {}

  /** What a computation says of it. */
  static ShardOutcome of(Computed computed) {
    return switch (computed) {
      case Computed.Value(var value, String engine) -> new Done(value, engine);
      case Computed.None(Failure failure) -> new Failed(failure, Ground.SHARD);
      case Computed.NotNow(Failure failure) -> new NotNow(failure);
      case Computed.Divided(List<Long> bounds) -> new Divided(bounds);
      case Computed.Partial() -> new Kept();
    };
  }

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
