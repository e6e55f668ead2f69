package dev.shardline.cli;

import dev.shardline.cli.bench.shardtime.ShardTimeBench;
import dev.shardline.cli.bench.shardtime.ShardTimePlan;
import dev.shardline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench shard-time}. */
@Command(
    name = "shard-time",
    description =
        "Measures where the time of a shard goes, as a transform service of one slot counts it"
            + " itself: waiting, computing, publishing; of shards that come one at a time, and of"
            + " many tiny or long ones at once.")
final class BenchShardTimeCommand implements Callable<Integer> {

  private static final int LARGEST = 10_000_000;

  @Option(
      names = "--single",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many come one at a time. Default: ${DEFAULT-VALUE}.")
  private int single;

  @Option(
      names = "--tiny",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many tiny ones come at once. Default: ${DEFAULT-VALUE}.")
  private int tiny;

  @Option(
      names = "--long",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many long ones come at once. Default: ${DEFAULT-VALUE}.")
  private int large;

  @Option(
      names = "--number",
      paramLabel = "N",
      defaultValue = "200000",
      description = "That of a long one. Default: ${DEFAULT-VALUE}.")
  private int number;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each is measured, taking turns. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchShardTimeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(1, "--single", single);
    BenchRun.requireAtLeast(1, "--tiny", tiny);
    BenchRun.requireAtLeast(1, "--long", large);
    BenchRun.requireBetween(0, LARGEST, "--number", number);
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    ShardTimePlan plan = new ShardTimePlan(single, tiny, large, number, rounds);
    return BenchRun.onBroker(
        terminal,
        output,
        (stack, cluster, steps) -> new ShardTimeBench(stack, cluster, steps).run(plan));
  }
}
