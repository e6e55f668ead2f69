package dev.shardline.contracts.shard;

import dev.shardline.contracts.job.ShardId;

/**
 * One unit of CPU work.
 *
 * @param id its place in its job
 * @param number what to compute with, 0 or above
 * @param transform the name of the transformation that computes
 * @param output how much of the value the result carries
 */
public record Shard(ShardId id, long number, String transform, Output output) {

  /** The transformation of a shard that names none. */
  public static final String DEFAULT_TRANSFORM = "factorial-sum";

  /** The most characters that the name of a transformation has. */
  public static final int MAX_TRANSFORM_LENGTH = 100;
}
