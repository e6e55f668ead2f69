package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.cli.source.OutcomeLine;
import dev.shardline.cli.source.SourceInput;
import dev.shardline.cli.source.SourceJob;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.source.BodyFormat;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.contracts.source.SourceOutcome;
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
        "Has sources fetched and stored, and prints their outcomes in the order of the request.")
final class IngestCommand implements Callable<Integer> {

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();
  @Mixin private JobOptions jobOptions = new JobOptions();

  @Parameters(
      paramLabel = "NAME=URI",
      arity = "1..*",
      description = "A name for the outcome, and where the source is: http, https or file.")
  private List<String> arguments = List.of();

  @Option(
      names = "--header",
      paramLabel = "HEADER=SECRET",
      description =
          "Send this HTTP header, with the value of a secret that the service knows by this name."
              + " Give no value itself: the topic is no place for it.")
  private Map<String, String> headers = Map.of();

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

    Sharding sharding() {
      return new Sharding(format, field, transform(), output(), timeLimit());
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
            rows == null ? null : rows.sharding());
    ClusterSettings settings = clusterOptions.settings();
    try (Cluster cluster = Cluster.connect(settings)) {
      return new JobSession<SourceOutcome>(
              terminal, jobOptions, OutcomeLine::of, outcome -> shards(outcome, settings))
          .run(cluster, job);
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
