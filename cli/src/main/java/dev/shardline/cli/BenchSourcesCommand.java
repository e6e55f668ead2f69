package dev.shardline.cli;

import dev.shardline.cli.bench.sources.SourcesBench;
import dev.shardline.cli.bench.sources.SourcesPlan;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shardline bench sources}. */
@Command(
    name = "sources",
    description =
        "Measures what many slow sources take, against the time in which no worker would ever be"
            + " idle, with workers that are platform threads and with virtual ones; and what four"
            + " sources take on four workers.")
final class BenchSourcesCommand implements Callable<Integer> {

  private static final SourcesPlan FOUR = new SourcesPlan(4, Duration.ofSeconds(2), 4);

  @Option(
      names = "--sources",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private int sources;

  @Option(
      names = "--delay",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      defaultValue = "200ms",
      description = "After which each answers. Default: ${DEFAULT-VALUE}.")
  private Duration delay = Duration.ofMillis(200);

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many are fetched at a time. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each is measured. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  private final Terminal terminal;

  BenchSourcesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(1, "--sources", sources);
    BenchRun.requireAtLeast(1, "--workers", workers);
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    return BenchRun.of(terminal, this::measure);
  }

  private BenchRun.Figures measure(ClosingStack closing, StepLine steps)
      throws InterruptedException {
    BrokerStack stack = BrokerStack.start(Installation.homeOfProcess(), closing, steps);
    try (Cluster cluster = Cluster.connect(stack.cluster())) {
      SourcesBench bench = new SourcesBench(stack, cluster, steps);
      List<String> lines = new ArrayList<>(bench.run(FOUR, rounds));
      lines.addAll(bench.run(new SourcesPlan(sources, delay, workers), rounds));
      return new BenchRun.Figures(stack.brokerVersion(), lines);
    }
  }
}
