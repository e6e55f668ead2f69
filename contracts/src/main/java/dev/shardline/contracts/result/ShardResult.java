package dev.shardline.contracts.result;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.ShardId;
import org.jspecify.annotations.Nullable;

/** What became of a shard: exactly one visible for each, always. */
public sealed interface ShardResult {

  /** Which shard this answers. */
  ShardId id();

  /** How it was executed. */
  Execution execution();

  /**
   * The shard was computed.
   *
   * @param transform the transformation that computed
   * @param number the shard's number
   * @param value what was computed
   */
  record Done(ShardId id, String transform, long number, IntegerValue value, Execution execution)
      implements ShardResult {}

  /**
   * The shard has no value and never will.
   *
   * @param transform the transformation that was asked for; null if the shard could not be read
   * @param number the shard's number; null if it could not be read
   * @param failure why
   */
  record Failed(
      ShardId id,
      @Nullable String transform,
      @Nullable Long number,
      Failure failure,
      Execution execution)
      implements ShardResult {}

  /**
   * The shard's job was cancelled before it had a value.
   *
   * @param transform the transformation that was asked for
   * @param number the shard's number
   */
  record Cancelled(ShardId id, String transform, long number, Execution execution)
      implements ShardResult {}
}
