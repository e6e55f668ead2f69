package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.Tally;
import dev.shardline.cli.lookup.FoundJob;
import dev.shardline.cli.lookup.JobLookup;
import dev.shardline.cli.terminal.Display;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shardline results}. */
@Command(
    name = "results",
    description = "Prints what came of a job, of shards or of sources, all or so far, in order.")
final class ResultsCommand implements Callable<Integer> {

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();

  @Parameters(
      paramLabel = "JOB",
      converter = JobIdConverter.class,
      description = "The job's id, as submit and ingest print it.")
  private @Nullable JobId job;

  @Option(names = "--follow", description = "Wait until the job is complete.")
  private boolean follow;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "Wait until the job is complete, but no longer than this, such as 30s or 5m.")
  private @Nullable Duration timeout;

  @Option(names = "--json", description = "Print each message as it stands in the topic.")
  private boolean json;

  @Option(
      names = "--clock-skew",
      paramLabel = "DURATION",
      defaultValue = "1m",
      converter = DurationConverter.class,
      description =
          "How much the clock that made the id may be ahead of the services' clocks. Reading begins"
              + " so much before the job's time. Default: ${DEFAULT-VALUE}.")
  private Duration clockSkew = JobLookup.DEFAULT_CLOCK_SKEW;

  private final Terminal terminal;

  ResultsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    JobId id = Objects.requireNonNull(job, "picocli requires it");
    ClusterSettings settings = clusterOptions.settings();
    try (Cluster cluster = Cluster.connect(settings);
        JobLookup lookup = JobLookup.open(cluster, id, clockSkew);
        Display display = new Display(terminal, "Answers", 0)) {
      FoundPrinter printer = new FoundPrinter(display, json);
      FoundJob found = lookup.readToEnd();
      if (follow || timeout != null) {
        printer.printInOrder(found);
        Deadline deadline = timeout == null ? Deadline.never() : Deadline.in(timeout);
        found = lookup.follow(deadline, printer::printInOrder);
      }
      printer.printRest(found);
      return tell(display, found, Hint.follow(id, settings));
    }
  }

  private static int tell(Display display, FoundJob found, String hint) {
    Tally tally = found.tally();
    if (found instanceof FoundJob.Nothing) {
      display.note(
          "Nothing is known of this job: no shard, no source request and no answer. If it is"
              + " submitted only now, wait with: "
              + hint);
      return ExitCode.INCOMPLETE;
    }
    display.note(tally.toString());
    if (!tally.complete()) {
      display.note("Wait for the rest with: " + hint);
    }
    return ExitCode.of(tally);
  }
}
