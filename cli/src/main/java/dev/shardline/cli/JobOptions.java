package dev.shardline.cli;

import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.lookup.JobLookup;
import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that publishes a job. */
final class JobOptions {

  @Option(
      names = "--job",
      paramLabel = "ID",
      converter = JobIdConverter.class,
      description =
          "Publish under this id, a UUID of version 7. To publish the same job again is harmless."
              + " Default: a new one.")
  private @Nullable JobId job;

  @Option(names = "--no-wait", description = "Publish, print the job's id, and end.")
  private boolean noWait;

  @Option(
      names = "--as-completed",
      description = "Print in the order of completion, not of the input.")
  private boolean asCompleted;

  @Option(names = "--json", description = "Print each message as it stands in the topic.")
  private boolean json;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "Wait no longer than this, such as 30s or 5m; the job goes on. Default: no limit.")
  private @Nullable Duration timeout;

  /**
   * The given id, or a new one.
   *
   * @throws InvalidInputException if the given one's time is yet to come: its answers would be
   *     looked for where they are not
   */
  JobId job() {
    if (job == null) {
      return JobId.create();
    }
    if (job.time().isAfter(Instant.now().plus(JobLookup.DEFAULT_CLOCK_SKEW))) {
      throw new InvalidInputException(
          "--job", "expected an id whose time has come, was of " + job.time());
    }
    return job;
  }

  boolean noWait() {
    return noWait;
  }

  boolean asCompleted() {
    return asCompleted;
  }

  boolean json() {
    return json;
  }

  Deadline deadline() {
    return timeout == null ? Deadline.never() : Deadline.in(timeout);
  }
}
