package dev.shardline.cli;

import dev.shardline.cli.bench.RoundTripBench;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.LocalStack;
import dev.shardline.cli.stack.StackRun;
import dev.shardline.cli.stack.StackSettings;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shardline bench}. */
@Command(
    name = "bench",
    description =
        "Measures what the reference job takes against a raw loop of kafka-clients, on a stack of"
            + " its own on this machine: one warm broker, ingest-service and two transform"
            + " services.")
final class BenchCommand implements Callable<Integer> {

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

  private final Terminal terminal;

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    StackSettings settings =
        new StackSettings(Installation.homeOfProcess(), StackSettings.DEFAULT_TRANSFORMS, 0, null);
    StepLine steps = new StepLine(terminal.err());
    ClosingStack closing = new ClosingStack(steps);
    return StackRun.run(closing, () -> stop(closing), () -> measure(settings, closing, steps));
  }

  private int measure(StackSettings settings, ClosingStack closing, StepLine steps)
      throws InterruptedException {
    LocalStack stack = LocalStack.start(settings, closing, steps);
    try (Cluster cluster = Cluster.connect(stack.cluster())) {
      new RoundTripBench(cluster).run(warmUps, rounds).forEach(terminal.out()::println);
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }

  private static void stop(ClosingStack closing) {
    closing.close();
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }
}
