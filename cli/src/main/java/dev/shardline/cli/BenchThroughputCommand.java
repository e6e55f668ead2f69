package dev.shardline.cli;

import dev.shardline.cli.bench.throughput.ThroughputBench;
import dev.shardline.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench throughput}. */
@Command(
    name = "throughput",
    description =
        "Measures how many tiny shards one transform service of one slot computes in a second, in"
            + " queue mode and in partition mode, against what does the same work at its best batch"
            + " size: a raw share loop of kafka-clients, a classic one, and Confluent's Parallel"
            + " Consumer. Every run is a new JVM with the same flags, and all its shards are published"
            + " before; the time is that from its first result to its last.")
final class BenchThroughputCommand implements Callable<Integer> {

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "50000",
      description = "How many each run has. Default: ${DEFAULT-VALUE}.")
  private int shards;

  @Option(
      names = "--batch-sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "8,64,500,2000",
      description =
          "The loops' max.poll.records, each tried once, in both acquire modes of a share loop."
              + " Default: ${DEFAULT-VALUE}.")
  private List<Integer> batchSizes = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How often the best loops and the transform service are measured, taking turns."
              + " Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchThroughputCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(2, "--shards", shards);
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    batchSizes.forEach(size -> BenchRun.requireAtLeast(1, "--batch-sizes", size));
    return BenchRun.onBroker(
        terminal,
        output,
        (stack, cluster, steps) ->
            new ThroughputBench(stack, cluster, shards, steps).run(batchSizes, rounds));
  }
}
