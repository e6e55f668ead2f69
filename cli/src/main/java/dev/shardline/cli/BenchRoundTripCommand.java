package dev.shardline.cli;

import dev.shardline.cli.bench.roundtrip.RoundTripBench;
import dev.shardline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench round-trip}. */
@Command(
    name = "round-trip",
    description =
        "Measures what one shard and the reference job take on two warm transform services, against"
            + " a raw share loop of kafka-clients that does the same work.")
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
    return BenchRun.onBroker(
        terminal,
        output,
        (stack, cluster, steps) -> new RoundTripBench(stack, cluster).run(warmUps, rounds));
  }
}
