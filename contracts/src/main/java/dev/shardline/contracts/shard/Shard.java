package dev.shardline.contracts.shard;

import dev.shardline.contracts.job.ShardId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One unit of CPU work.
 *
 * @param id its place in its job
 * @param number what to compute with, 0 or above
 * @param transform the name of the transformation that computes
 * @param output how much of the value the result carries
 * @param timeLimit how long it may be computed, from 1 ms to {@link #MAX_TIME_LIMIT}, in whole
 *     milliseconds; null: as long as the worker allows
 * @param parts into how many parts it may be divided, each computed by any worker, from 1 to {@link
 *     #MAX_PARTS}; 1: it is computed as a whole
 */
public record Shard(
    ShardId id,
    long number,
    String transform,
    Output output,
    @Nullable Duration timeLimit,
    int parts) {

  /** The transformation of a shard that names none. */
  public static final String DEFAULT_TRANSFORM = "factorial-sum";

  /** The most characters that the name of a transformation has. */
  public static final int MAX_TRANSFORM_LENGTH = 100;

  /** The most parts that a shard is divided into. */
  public static final int MAX_PARTS = 64;

  /** The longest time limit. */
  public static final Duration MAX_TIME_LIMIT = Duration.ofDays(7);

  /** A shard that may be computed as long as the worker allows, as a whole. */
  public Shard(ShardId id, long number, String transform, Output output) {
    this(id, number, transform, output, null);
  }

  /** A shard that is computed as a whole. */
  public Shard(
      ShardId id, long number, String transform, Output output, @Nullable Duration timeLimit) {
    this(id, number, transform, output, timeLimit, 1);
  }
}
