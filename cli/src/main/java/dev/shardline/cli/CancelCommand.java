package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.cli.job.Answer;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.JobCancellation;
import dev.shardline.cli.lookup.FoundJob;
import dev.shardline.cli.lookup.JobLookup;
import dev.shardline.cli.terminal.Display;
import dev.shardline.cli.terminal.Printable;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceOutcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shardline cancel}. */
@Command(
    name = "cancel",
    description = {
      "Asks for a job to be ended: each of its shards that has no result yet, or gets its record"
          + " published later, gets one that says CANCELLED. Results that are there stay, and one"
          + " that is computed at this moment may still come.",
      "Of a job of sources, the shards of its sources are ended. Its fetches are not: a source that"
          + " is waiting or being fetched is still fetched and stored, and has its outcome; the"
          + " shards that it gives are then cancelled. Sources that are requested under this job"
          + " later are not known yet: cancel again."
    },
    exitCodeList = {
      "0:The cancellation is durable; with --wait, every shard has its result as well.",
      "2:The command line is not as expected; nothing was published.",
      "3:With --timeout: the cancellation is durable, and some shard had no result in time.",
      "4:The cluster cannot be reached, lacks a topic, or refuses the client.",
      "70:A defect of shardline itself.",
      "130:Interrupted by Ctrl-C; a cancellation that was told of is durable."
    })
final class CancelCommand implements Callable<Integer> {

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();

  @Parameters(
      paramLabel = "JOB",
      converter = JobIdConverter.class,
      description = "The job's id, as submit and ingest print it.")
  private @Nullable JobId job;

  @Option(
      names = "--wait",
      description =
          "Wait until every shard of the job has its result. How many there are is known from its"
              + " shards, and of sources from their outcomes.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "Wait, but no longer than this, such as 30s or 5m.")
  private @Nullable Duration timeout;

  @Option(
      names = "--clock-skew",
      paramLabel = "DURATION",
      defaultValue = "1m",
      converter = DurationConverter.class,
      description =
          "How much the clock that made the id may be ahead of the services' clocks. Default:"
              + " ${DEFAULT-VALUE}.")
  private Duration clockSkew = JobLookup.DEFAULT_CLOCK_SKEW;

  private final Terminal terminal;

  CancelCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    JobId id = Objects.requireNonNull(job, "picocli requires it");
    ClusterSettings settings = clusterOptions.settings();
    try (Cluster cluster = Cluster.connect(settings);
        JobLookup lookup = JobLookup.open(cluster, id, clockSkew);
        Display display = new Display(terminal, "Answers", 0)) {
      FoundJob found = lookup.readToEnd();
      Map<JobId, String> jobs = jobs(id, found);
      JobCancellation.publish(cluster, jobs.keySet());
      jobs.values().forEach(display::line);
      display.note(remark(id, found, settings));
      if (!wait && timeout == null) {
        return ExitCode.DONE;
      }
      Deadline deadline = timeout == null ? Deadline.never() : Deadline.in(timeout);
      boolean ended =
          ended(lookup, deadline, display)
              && shardsEnded(cluster, sharded(lookup.found(), jobs.keySet()), deadline, display);
      return ended ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
  }

  /** The jobs to cancel, and what is told of each. */
  private static Map<JobId, String> jobs(JobId id, FoundJob found) {
    Map<JobId, String> jobs = new LinkedHashMap<>();
    // Also where it is one of sources: it costs nothing, and may be one of shards beside.
    jobs.put(id, "cancelled " + id);
    if (found instanceof FoundJob.Sources sources) {
      for (String name : sources.names()) {
        JobId shards = new SourceId(id, name).shardsJob();
        jobs.put(shards, "cancelled " + shards + ", the shards of " + Printable.of(name));
      }
    }
    return jobs;
  }

  private static String remark(JobId id, FoundJob found, ClusterSettings settings) {
    return switch (found) {
      case FoundJob.Sources sources ->
          "Fetches are not cancelled. What comes of it: " + Hint.complete("verify " + id, settings);
      case FoundJob.Shards shards when shards.complete() ->
          "All its shards had their results before: " + shards.tally();
      case FoundJob.Nothing _ ->
          "Nothing is known of this job: no shard, no source request and no answer. What is published"
              + " of it from now on is cancelled. What comes of it: "
              + Hint.follow(id, settings);
      default -> "What comes of it: " + Hint.follow(id, settings);
    };
  }

  private static boolean ended(JobLookup lookup, Deadline deadline, Display display)
      throws InterruptedException {
    FoundJob found = lookup.follow(deadline, news -> display.progress(news.tally()));
    display.note(found.tally().toString());
    return found.complete();
  }

  /** The cancelled sources that gave shards. */
  private static List<SourceId> sharded(FoundJob found, Set<JobId> cancelled) {
    return found instanceof FoundJob.Sources sources
        ? sources.answers().from(0).stream()
            .map(Answer::message)
            .filter(outcome ->
                outcome instanceof SourceOutcome.Ingested ingested && ingested.shardCount() > 0)
            .map(SourceOutcome::id)
            .filter(source -> cancelled.contains(source.shardsJob()))
            .toList()
        : List.of();
  }

  private boolean shardsEnded(
      Cluster cluster, List<SourceId> sources, Deadline deadline, Display display)
      throws InterruptedException {
    boolean ended = true;
    for (SourceId source : sources) {
      try (JobLookup lookup = JobLookup.open(cluster, source.shardsJob(), clockSkew)) {
        lookup.readToEnd();
        display.note("Shards of " + Printable.of(source.source()) + ":");
        ended &= ended(lookup, deadline, display);
      }
    }
    return ended;
  }
}
