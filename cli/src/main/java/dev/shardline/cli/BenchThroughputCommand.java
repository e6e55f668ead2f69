package dev.shardline.cli;

import dev.shardline.cli.bench.throughput.ThroughputBench;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shardline bench throughput}. */
@Command(
    name = "throughput",
    description =
        "Measures how many tiny shards one transform service of one slot computes in a second,"
            + " against a raw share loop of kafka-clients that does the same work at its best batch"
            + " size. Every run is a new JVM with the same flags, and all its shards are published"
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
          "The raw loop's max.poll.records, each tried once in both acquire modes. Default:"
              + " ${DEFAULT-VALUE}.")
  private List<Integer> batchSizes = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How often the best raw loop and the transform service are measured, taking turns."
              + " Default: ${DEFAULT-VALUE}.")
  private int rounds;

  private final Terminal terminal;

  BenchThroughputCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(2, "--shards", shards);
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    batchSizes.forEach(size -> BenchRun.requireAtLeast(1, "--batch-sizes", size));
    return BenchRun.of(terminal, this::measure);
  }

  private BenchRun.Figures measure(ClosingStack closing, StepLine steps)
      throws InterruptedException {
    BrokerStack stack = BrokerStack.start(Installation.homeOfProcess(), closing, steps);
    try (Cluster cluster = Cluster.connect(stack.cluster())) {
      return new BenchRun.Figures(
          stack.brokerVersion(),
          new ThroughputBench(stack, cluster, shards, steps).run(batchSizes, rounds));
    }
  }
}
