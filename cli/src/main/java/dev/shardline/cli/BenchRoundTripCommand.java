package dev.shardline.cli;

import dev.shardline.cli.bench.roundtrip.RoundTripBench;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.LocalStack;
import dev.shardline.cli.stack.StackSettings;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench round-trip}. */
@Command(
    name = "round-trip",
    description =
        "Measures what the reference job takes against a raw loop of kafka-clients, on one warm"
            + " broker, ingest service and two transform services.")
final class BenchRoundTripCommand implements Callable<Integer> {

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "200",
      description = "How often each is measured. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--warm-ups",
      paramLabel = "N",
      defaultValue = "200",
      description = "Rounds before, which are not counted. Default: ${DEFAULT-VALUE}.")
  private int warmUps;

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchRoundTripCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    BenchRun.requireAtLeast(0, "--warm-ups", warmUps);
    return BenchRun.of(terminal, output, this::measure);
  }

  private BenchRun.Figures measure(ClosingStack closing, StepLine steps)
      throws InterruptedException {
    StackSettings settings =
        new StackSettings(
            Installation.homeOfProcess(), StackSettings.DEFAULT_TRANSFORMS, 0, null, false, false);
    LocalStack stack = LocalStack.start(settings, closing, steps);
    try (Cluster cluster = Cluster.connect(stack.cluster())) {
      return new BenchRun.Figures(
          stack.brokerVersion(), new RoundTripBench(cluster).run(warmUps, rounds));
    }
  }
}
