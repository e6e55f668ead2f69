package dev.shardline.contracts.job;

/**
 * A shard's place in its job.
 *
 * @param job the job
 * @param index the place, from 0
 * @param count how many shards the job has, above {@code index}
 */
public record ShardId(JobId job, int index, int count) {

  /**
   * @throws IllegalArgumentException if the index is not within the count
   */
  public ShardId {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "index must be from 0 to count - 1 (count is " + count + "): " + index);
    }
  }

  /** The only shard of a job of one. */
  public static ShardId single(JobId job) {
    return new ShardId(job, 0, 1);
  }

  /** The record key of the shard and of its result: {@code jobId/index}. */
  public String key() {
    return job + "/" + index;
  }
}
