package dev.shardline.transform.shard;

import org.jspecify.annotations.Nullable;

/** Why a record may be acknowledged. */
public sealed interface ShardEnd {

  /** A copy of it stands on its topic, or waits to. */
  Moved MOVED = new Moved();

  /**
   * Its answer is durable.
   *
   * @param status which answer
   * @param transform what computed, or was to; null if the record could not be read
   * @param reason the code of a failure; null of all else
   */
  record Answered(Status status, @Nullable String transform, @Nullable String reason)
      implements ShardEnd {}

  /** It was put back, postponed, or passed over for a copy that is in its place. */
  record Moved() implements ShardEnd {}

  /** The kinds of answers. */
  enum Status {
    /** A value. */
    DONE,
    /** None, and never will there be one. */
    FAILED,
    /** Its job was cancelled. */
    CANCELLED
  }
}
