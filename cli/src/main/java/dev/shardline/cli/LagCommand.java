package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.cli.cluster.GroupLags;
import dev.shardline.cli.lag.LagJson;
import dev.shardline.cli.lag.LagLimits;
import dev.shardline.cli.lag.LagTable;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.Topics;
import dev.shardline.lag.GroupKind;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline lag}. */
@Command(
    name = "lag",
    description = {
      "Prints how many records groups have yet to process, those in flight included, for each group"
          + " and partition.",
      "What cannot be known is unknown, with the reason: never zero.",
      "A share group's POSITION may stay behind END while its LAG is 0: brokers move it with a later"
          + " acknowledgement, and say beside it what is done beyond."
    },
    exitCodeList = {
      "0:Every lag is known, and within the limits that were given.",
      "1:A lag or an age is above its limit.",
      "2:The command line is not as expected.",
      "3:A lag, or an age that has a limit, is unknown.",
      "4:The cluster cannot be reached, or refuses the client.",
      "70:A defect of shardline itself.",
      "130:Interrupted by Ctrl-C."
    })
final class LagCommand implements Callable<Integer> {

  /** Those of Shardline's services. */
  private static final List<WatchedGroup> OWN =
      List.of(
          new WatchedGroup(
              "shardline-ingest",
              GroupKind.CONSUMER,
              List.of(Topics.SOURCE_REQUESTS),
              StartPolicy.EARLIEST),
          new WatchedGroup(
              "shardline-transform", GroupKind.SHARE, List.of(Topics.SHARDS), StartPolicy.EARLIEST),
          new WatchedGroup(
              "shardline-transform-retry",
              GroupKind.CONSUMER,
              List.of(Topics.SHARDS_RETRY),
              StartPolicy.EARLIEST));

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "Another group, any of the cluster; may be repeated. Default: Shardline's own.")
  private List<String> groups = List.of();

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      description =
          "What the groups named by --group are to process; may be repeated. Default: what they have"
              + " positions in, or are assigned.")
  private List<String> topics = List.of();

  @Option(
      names = "--start",
      paramLabel = "POLICY",
      defaultValue = "unknown",
      description =
          "Where the consumer groups named by --group begin without a position: earliest, latest or"
              + " unknown. Share groups say so themselves. Default: ${DEFAULT-VALUE}.")
  private StartPolicy start = StartPolicy.UNKNOWN;

  @Option(names = "--json", description = "Print one JSON object for each reading.")
  private boolean json;

  @Option(
      names = "--watch",
      arity = "0..1",
      paramLabel = "INTERVAL",
      fallbackValue = "5s",
      converter = DurationConverter.class,
      description = "Read again and again until Ctrl-C. Default interval: ${FALLBACK-VALUE}.")
  private @Nullable Duration watch;

  @Option(
      names = "--max-lag",
      paramLabel = "N",
      description = "Exit with 1 if a group's lag is above it.")
  private @Nullable Long maxLag;

  @Option(
      names = "--max-age",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "Exit with 1 if a group's oldest record is older.")
  private @Nullable Duration maxAge;

  private final Terminal terminal;

  LagCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    ClusterSettings settings = clusterOptions.settings();
    // What is wrong with the connection is told before anything is said of lag.
    Cluster.connect(settings).close();
    LagLimits limits =
        new LagLimits(
            maxLag == null ? OptionalLong.empty() : OptionalLong.of(maxLag),
            Optional.ofNullable(maxAge));
    try (GroupLags lags = GroupLags.of(settings)) {
      LagReading reading = print(lags.read(watched()));
      while (watch != null) {
        TimeUnit.NANOSECONDS.sleep(watch.toNanos());
        terminal.out().println();
        reading = print(lags.read(watched()));
      }
      return judge(reading, limits);
    }
  }

  private LagReading print(LagReading reading) {
    if (json) {
      terminal.out().println(LagJson.of(reading));
    } else {
      LagTable.of(reading).forEach(terminal.out()::println);
    }
    terminal.out().flush();
    return reading;
  }

  private int judge(LagReading reading, LagLimits limits) {
    List<String> exceeded = limits.exceeded(reading);
    exceeded.forEach(terminal.err()::println);
    terminal.err().flush();
    if (!exceeded.isEmpty()) {
      return ExitCode.FAILED;
    }
    return limits.isUnknown(reading) ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }

  private List<WatchedGroup> watched() {
    if (groups.isEmpty()) {
      return OWN;
    }
    return groups.stream()
        .distinct()
        .map(name -> new WatchedGroup(name, GroupKind.CONSUMER, topics, start))
        .toList();
  }
}
