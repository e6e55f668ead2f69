package dev.shardline.cli;

import dev.shardline.cli.bench.makespan.MakespanBench;
import dev.shardline.cli.bench.makespan.Mix;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.StackSettings;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench makespan}. */
@Command(
    name = "makespan",
    description =
        "Measures what tiny and long shards at random places take on idle, warm workers, against"
            + " the time in which no worker would ever wait: their CPU time divided by the"
            + " workers.")
final class BenchMakespanCommand implements Callable<Integer> {

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "" + StackSettings.DEFAULT_TRANSFORMS,
      description =
          "Transform services of one slot each. Not more than there are cores, and a number that"
              + " divides the long shards, or the ideal cannot be reached. Default:"
              + " ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often it is measured. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the random places, to have the same again. Default: another each time.")
  private @Nullable Long seed;

  @Option(
      names = "--tiny",
      paramLabel = "N",
      defaultValue = "190",
      description = "How many tiny shards. Default: ${DEFAULT-VALUE}.")
  private int tiny;

  @Option(
      names = "--long",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many long shards. Default: ${DEFAULT-VALUE}.")
  private int large;

  @Option(
      names = "--long-time",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      defaultValue = "2s",
      description = "CPU time of a long one, about. Default: ${DEFAULT-VALUE}.")
  private Duration largeTime = Duration.ofSeconds(2);

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchMakespanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(1, "--workers", workers);
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    BenchRun.requireAtLeast(1, "--tiny", tiny);
    BenchRun.requireAtLeast(1, "--long", large);
    return BenchRun.of(terminal, output, this::measure);
  }

  private BenchRun.Figures measure(ClosingStack closing, StepLine steps)
      throws InterruptedException {
    BrokerStack stack = BrokerStack.start(Installation.homeOfProcess(), closing, steps);
    List<ProcessHandle> processes =
        stack.startTransforms(workers).stream().map(service -> service.jvm().handle()).toList();
    try (Cluster cluster = Cluster.connect(stack.cluster())) {
      return new BenchRun.Figures(
          stack.brokerVersion(),
          new MakespanBench(cluster, processes, steps)
              .run(
                  Mix.of(tiny, large, largeTime),
                  rounds,
                  seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed));
    }
  }
}
