package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.ledger.Figure;
import dev.shardline.cli.ledger.LedgerJson;
import dev.shardline.cli.ledger.Statement;
import dev.shardline.cli.lookup.JobLookup;
import dev.shardline.cli.terminal.Display;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.cli.verify.Scope;
import dev.shardline.cli.verify.Verification;
import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shardline verify}. */
@Command(
    name = "verify",
    description = {
      "Reads the topics and prints a ledger of one job, or of all since a time.",
      "What is read ends where the topics ended when the command began. Figures, each of distinct"
          + " ids, so that a copy that was requeued or redriven counts once:",
      "  in: published on shards (source-requests)",
      "  done, failed, cancelled: of these, what the last result (outcome) under the key says",
      "  missing: in, and no result",
      "  visible twice: results that contradict each other (another status, hash or reason), or"
          + " under two keys; not what follows a failure after a redrive",
      "  computed more than once: in, and the same result more than once",
      "  answered, not in: a result without a shard, such as of a row that had no number",
      "  announced, not in: promised by a source's outcome, with neither shard nor result",
      "  failed, no dead letter: in, failed, and not among the dead letters",
      "Compaction takes results away that were replaced, at the earliest once their segment of the"
          + " topic is closed: of old jobs, fewer repeats are seen than there were.",
      "Memory: about 50 bytes for each shard, 50 MB for a million."
    },
    exitCodeList = {
      "0:Everything that is in has one result.",
      "1:Something is visible twice, or failed without a dead letter.",
      "2:The command line is not as expected.",
      "3:Something is missing or announced and not in; or nothing is known of the job.",
      "4:The cluster cannot be reached, lacks a topic, or refuses the client.",
      "70:A defect of shardline itself.",
      "130:Interrupted by Ctrl-C."
    })
final class VerifyCommand implements Callable<Integer> {

  /** Enough to look into; the figures say how many there are. */
  private static final int LISTED = 100;

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();

  @Parameters(
      paramLabel = "JOB",
      arity = "0..1",
      converter = JobIdConverter.class,
      description =
          "The job's id, as submit and ingest print it; of a job of sources, with their shards.")
  private @Nullable JobId job;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = SinceConverter.class,
      description =
          "All jobs with a request of this time or later: how long ago, such as 10m, or a time such"
              + " as 2026-11-23T09:15:00Z.")
  private @Nullable Instant since;

  @Option(
      names = "--json",
      description =
          "Print one JSON object with the objects shards and sources, each with the figures in,"
              + " done, failed, cancelled, missing, visibleTwice, recomputed, unasked, unpublished,"
              + " failedWithoutLetter.")
  private boolean json;

  @Option(
      names = "--list",
      description =
          "Name what is behind each figure from missing on, up to " + LISTED + " ids for each.")
  private boolean list;

  @Option(
      names = "--clock-skew",
      paramLabel = "DURATION",
      defaultValue = "1m",
      converter = DurationConverter.class,
      description =
          "How much clocks may differ: requests are read and counted from so much earlier on."
              + " Default: ${DEFAULT-VALUE}.")
  private Duration clockSkew = JobLookup.DEFAULT_CLOCK_SKEW;

  private final Terminal terminal;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Scope scope = scope();
    try (Cluster cluster = Cluster.connect(clusterOptions.settings());
        Verification verification = Verification.open(cluster, scope);
        Display display = new Display(terminal, "Records", 0)) {
      verification.read(read -> display.progress(read, verification.size()));
      int limit = list ? LISTED : 0;
      Statement shards = Statement.of(verification.shards(), limit);
      Statement sources = Statement.of(verification.sources(), limit);
      if (json) {
        display.line(LedgerJson.of(shards, sources));
      } else {
        LedgerTable.of(shards, sources).forEach(display::line);
      }
      return tell(display, verification, shards, sources);
    }
  }

  private Scope scope() {
    if (job != null && since == null) {
      return Scope.of(job, clockSkew);
    }
    if (since != null && job == null) {
      return Scope.since(since, clockSkew);
    }
    throw new InvalidInputException("verify", "expected either JOB or --since");
  }

  private int tell(
      Display display, Verification verification, Statement shards, Statement sources) {
    if (verification.unreadable() > 0) {
      display.note(
          "Passed over among the answers, as they answer nothing: " + verification.unreadable());
    }
    boolean nothingIn = shards.count(Figure.IN) == 0 && sources.count(Figure.IN) == 0;
    if (!verification.cut().isEmpty()) {
      display.note(
          "Older records were deleted from "
              + String.join(", ", verification.cut())
              + "; if they were of this time, they are not in the ledger.");
    }
    if (nothingIn) {
      display.note("Nothing is in: no shard and no source request was found.");
    }
    if (shards.incomplete() || sources.incomplete() || (nothingIn && job != null)) {
      return ExitCode.INCOMPLETE;
    }
    return shards.broken() || sources.broken() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
