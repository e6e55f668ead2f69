package dev.shardline.cli.verify;

import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is verified.
 *
 * @param job one job, with the jobs that its sources' shards form; null: all of the time
 * @param since from when on requests count; of one job, its time
 * @param clockSkew how much clocks may differ: requests are read from so much earlier, and answers
 *     and dead letters from so much before that
 */
public record Scope(@Nullable JobId job, Instant since, Duration clockSkew) {

  /** One job. */
  public static Scope of(JobId job, Duration clockSkew) {
    return new Scope(job, job.time(), clockSkew);
  }

  /** Everything from a time on. */
  public static Scope since(Instant time, Duration clockSkew) {
    return new Scope(null, time, clockSkew);
  }

  Instant requestsFrom() {
    return since.minus(clockSkew);
  }

  Instant answersFrom() {
    return requestsFrom().minus(clockSkew);
  }
}
