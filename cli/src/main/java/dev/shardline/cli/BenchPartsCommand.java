package dev.shardline.cli;

import dev.shardline.cli.bench.parts.PartsBench;
import dev.shardline.cli.bench.parts.PartsPlan;
import dev.shardline.cli.stack.StackSettings;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.shard.Shard;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench parts}. */
@Command(
    name = "parts",
    description =
        "Measures how much sooner one large input is done in parts that several workers share than"
            + " as a whole on one of them, by the clock, and what the step takes that combines the"
            + " parts.")
final class BenchPartsCommand implements Callable<Integer> {

  private static final int LARGEST = 10_000_000;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "" + StackSettings.DEFAULT_TRANSFORMS,
      description =
          "Transform services of one slot each. With more than there are cores, parts wait for"
              + " cores. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--number",
      paramLabel = "N",
      defaultValue = "3000000",
      description = "The input. Default: ${DEFAULT-VALUE}.")
  private int number;

  @Option(
      names = "--parts",
      paramLabel = "N",
      split = ",",
      defaultValue = "2,4,8",
      description = "Into how many it is divided, one after the other. Default: ${DEFAULT-VALUE}.")
  private List<Integer> parts = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each is measured, taking turns. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchPartsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(1, "--workers", workers);
    BenchRun.requireBetween(2, LARGEST, "--number", number);
    parts.forEach(each -> BenchRun.requireBetween(2, Shard.MAX_PARTS, "--parts", each));
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    PartsPlan plan = new PartsPlan(workers, number, parts, rounds);
    return BenchRun.onBroker(
        terminal,
        output,
        (stack, cluster, steps) -> {
          List<ProcessHandle> processes =
              stack.startTransforms(workers).stream()
                  .map(service -> service.jvm().handle())
                  .toList();
          return new PartsBench(cluster, processes, steps).run(plan);
        });
  }
}
