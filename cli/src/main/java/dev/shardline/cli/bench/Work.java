package dev.shardline.cli.bench;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.Job;
import dev.shardline.cli.job.JobListener;
import dev.shardline.cli.job.JobReport;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.util.List;

/** Jobs that a benchmark has computed, every piece of which has to succeed. */
public final class Work {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Cluster cluster;

  /** On that cluster, whose services run. */
  public Work(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Computes one shard for each number.
   *
   * @return from the first send to the last result
   * @throws IllegalStateException if one fails, or has no result after ten minutes
   */
  public Duration shards(List<Long> numbers) throws InterruptedException {
    return all(ShardJob.of(JobId.create(), numbers));
  }

  /**
   * Does a job.
   *
   * @return from the first send to the last answer
   * @throws IllegalStateException if a piece fails, or has no answer after ten minutes
   */
  public <A> Duration all(Job<A> job) throws InterruptedException {
    return all(job, (answer, tally) -> {});
  }

  /**
   * The same, with every answer told as it comes.
   *
   * @param listener hears of them on the calling thread
   */
  public <A> Duration all(Job<A> job, JobListener<A> listener) throws InterruptedException {
    try (JobRun<A> run = JobRun.open(cluster, job, listener)) {
      run.publish();
      JobReport report = run.await(Deadline.in(PATIENCE));
      if (report.tally().succeeded() < job.size()) {
        throw new IllegalStateException("job " + job.id() + ": " + report.tally());
      }
      return report.elapsed();
    }
  }
}
