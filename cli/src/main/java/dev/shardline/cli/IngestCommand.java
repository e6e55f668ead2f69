package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.source.OutcomeLine;
import dev.shardline.cli.source.SourceInput;
import dev.shardline.cli.source.SourceJob;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.source.BodyFormat;
import dev.shardline.contracts.source.RowPointer;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.tracing.Traces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shardline ingest}. */
@Command(
    name = "ingest",
    description =
        "Has sources fetched and stored, and prints their outcomes in the order of the request. At a"
            + " terminal, those that take longer than a second are shown with bytes and rate.")
final class IngestCommand implements Callable<Integer> {

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();
  @Mixin private JobOptions jobOptions = new JobOptions();

  @Parameters(
      paramLabel = "NAME=URI",
      arity = "1..*",
      description = "A name for the outcome, and where the source is: http, https, s3 or file.")
  private List<String> arguments = List.of();

  @Option(
      names = "--header",
      paramLabel = "HEADER=SECRET",
      description =
          "Send this HTTP header, with the value of a secret that the service knows by this name."
              + " Give no value itself: the topic is no place for it.")
  private Map<String, String> headers = Map.of();

  @Mixin private FetchFlags fetchFlags = new FetchFlags();

  @ArgGroup(exclusive = false)
  private @Nullable Rows rows;

  private final Terminal terminal;

  /** How the rows of the bodies are to become shards; without a format, none of it makes sense. */
  static final class Rows extends ShardOptions {

    @Option(
        names = "--shards-format",
        paramLabel = "json|ndjson|csv",
        required = true,
        description = "Make a shard of each row of the bodies, which are written so.")
    private BodyFormat format = BodyFormat.JSON;

    @Option(
        names = "--shards-field",
        paramLabel = "FIELD",
        required = true,
        description = "The field of a row that holds the number.")
    private String field = "";

    @Option(
        names = "--shards-pointer",
        paramLabel = "POINTER",
        description =
            "Where a JSON body has its array of rows, as a JSON Pointer, such as /data/rows."
                + " Default: the body is the array.")
    private String pointer = RowPointer.ROOT.text();

    @Option(
        names = "--max-bad-rows",
        paramLabel = "SHARE",
        description =
            "The largest share of rows without a usable number, from 0 to 1, such as 0.05; beyond,"
                + " the source fails. Default: as the service is configured.")
    private @Nullable Double maxBadRows;

    Sharding sharding() {
      return new Sharding(
          format, field, pointer(), maxBadRows(), transform(), output(), timeLimit());
    }

    private RowPointer pointer() {
      if (!pointer.isEmpty() && format != BodyFormat.JSON) {
        throw new InvalidInputException("--shards-pointer", "expected none but for json");
      }
      try {
        return new RowPointer(pointer);
      } catch (IllegalArgumentException e) {
        throw new InvalidInputException(
            "--shards-pointer", "expected " + RowPointer.EXPECTED + ", was \"" + pointer + "\"");
      }
    }

    private @Nullable Double maxBadRows() {
      if (maxBadRows != null && !(maxBadRows >= 0 && maxBadRows <= 1)) {
        throw new InvalidInputException(
            "--max-bad-rows", "expected a number from 0 to 1, was " + maxBadRows);
      }
      return maxBadRows;
    }
  }

  IngestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    SourceJob job =
        new SourceJob(
            jobOptions.job(),
            SourceInput.ofArguments(arguments),
            headers,
            rows == null ? null : rows.sharding(),
            fetchFlags.options());
    ClusterSettings settings = clusterOptions.settings();
    try (Traces traces = ProcessTraces.open(terminal);
        Cluster cluster = Cluster.connect(settings)) {
      return new JobSession<SourceOutcome>(
              terminal,
              jobOptions,
              OutcomeLine::of,
              outcome -> shards(outcome, settings),
              SourceWatch::new)
          .run(cluster, job, traces);
    }
  }

  private static String shards(SourceOutcome outcome, ClusterSettings settings) {
    return outcome instanceof SourceOutcome.Ingested ingested && ingested.shardCount() > 0
        ? ingested.id().source()
            + " gave "
            + ingested.shardCount()
            + " shards; their results: "
            + Hint.follow(ingested.id().shardsJob(), settings)
        : "";
  }
}
