package dev.shardline.contracts.job;

/**
 * A source's place in its job.
 *
 * @param job the job
 * @param source the source's name
 */
public record SourceId(JobId job, String source) {

  /** The record key of the outcome: {@code jobId/source}. */
  public String key() {
    return job + "/" + source;
  }

  /**
   * The job that the shards of this source's body form. It is a job of its own because a job may
   * have many sources, and each numbers its shards from 0.
   */
  public JobId shardsJob() {
    return JobId.derived(job.time(), key());
  }
}
