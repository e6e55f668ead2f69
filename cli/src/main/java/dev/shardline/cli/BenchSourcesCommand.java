package dev.shardline.cli;

import dev.shardline.cli.bench.sources.SourcesBench;
import dev.shardline.cli.bench.sources.SourcesPlan;
import dev.shardline.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchSourcesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(1, "--sources", sources);
    BenchRun.requireAtLeast(1, "--workers", workers);
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    return BenchRun.onBroker(
        terminal,
        output,
        (stack, cluster, steps) ->
            new SourcesBench(stack, cluster, steps)
                .run(List.of(FOUR, new SourcesPlan(sources, delay, workers)), rounds));
  }
}
