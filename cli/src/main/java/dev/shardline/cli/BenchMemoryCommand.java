package dev.shardline.cli;

import dev.shardline.cli.bench.memory.MemoryBench;
import dev.shardline.cli.bench.memory.MemoryPlan;
import dev.shardline.cli.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench memory}. */
@Command(
    name = "memory",
    description =
        "Measures the resident memory of the services: idle after their start, at most while they"
            + " work, and idle again.")
final class BenchMemoryCommand implements Callable<Integer> {

  private static final int LARGEST = 10_000_000;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many the transform service computes. Default: ${DEFAULT-VALUE}.")
  private int shards;

  @Option(
      names = "--number",
      paramLabel = "N",
      defaultValue = "200000",
      description = "Their number. Default: ${DEFAULT-VALUE}.")
  private int number;

  @Option(
      names = "--sources",
      paramLabel = "N",
      defaultValue = "400",
      description = "How many the ingest service fetches. Default: ${DEFAULT-VALUE}.")
  private int sources;

  @Option(
      names = "--settle",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      defaultValue = "5s",
      description =
          "How long a process is left alone before it counts as idle. Default: ${DEFAULT-VALUE}.")
  private Duration settle = Duration.ofSeconds(5);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often, each with new processes. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchMemoryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(1, "--shards", shards);
    BenchRun.requireBetween(0, LARGEST, "--number", number);
    BenchRun.requireAtLeast(1, "--sources", sources);
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    MemoryPlan plan = new MemoryPlan(rounds, shards, number, sources, settle);
    return BenchRun.onBroker(
        terminal,
        output,
        (stack, cluster, steps) -> new MemoryBench(stack, cluster, steps).run(plan));
  }
}
