package dev.shardline.cli;

import dev.shardline.cli.bench.arithmetic.ArithmeticBench;
import dev.shardline.cli.bench.arithmetic.ArithmeticPlan;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench arithmetic}. */
@Command(
    name = "arithmetic",
    description =
        "Measures the CPU time of a factorial sum: the service's arithmetic against the tutorial's"
            + " algorithm and the running product in the same JVM, and against GMP in C, which is"
            + " compiled if there are a C compiler and GMP's header.")
final class BenchArithmeticCommand implements Callable<Integer> {

  /** Of its decimal digits, 3,000,000 has 18 million. */
  private static final int LARGEST = 10_000_000;

  @Option(
      names = "--numbers",
      paramLabel = "N",
      split = ",",
      defaultValue = "2500,2800,10000,30000,100000,300000,1000000,3000000",
      description = "Of which the sum is computed. Default: ${DEFAULT-VALUE}.")
  private List<Integer> numbers = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "How often each contestant is measured at each number, taking turns. Default:"
              + " ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--batch-time",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      defaultValue = "500ms",
      description =
          "CPU time of a round at least; a shorter computation is repeated. Default:"
              + " ${DEFAULT-VALUE}.")
  private Duration batchTime = Duration.ofMillis(500);

  @Option(
      names = "--limit",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      defaultValue = "20s",
      description =
          "The tutorial's algorithm and the running product are left out where one computation"
              + " would take longer. Default: ${DEFAULT-VALUE}.")
  private Duration limit = Duration.ofSeconds(20);

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchArithmeticCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    numbers.forEach(number -> BenchRun.requireBetween(1, LARGEST, "--numbers", number));
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    return BenchRun.of(
        terminal,
        output,
        (closing, steps) ->
            new BenchRun.Figures(
                null,
                new ArithmeticBench(Installation.homeOfProcess(), closing, steps)
                    .run(new ArithmeticPlan(numbers, rounds, batchTime, limit))));
  }
}
