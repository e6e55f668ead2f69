package dev.shardline.cli;

import dev.shardline.cli.bench.Surroundings;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.StackRun;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.util.List;

/** How a benchmark is run at the terminal: what it starts is stopped however it ends. */
final class BenchRun {

  /** A benchmark, from the start of its stack to its figures. */
  @FunctionalInterface
  interface Measurement {

    /**
     * Measures.
     *
     * @param closing owns what is started
     * @param steps hears of each step
     */
    Figures take(ClosingStack closing, StepLine steps) throws InterruptedException;
  }

  /**
   * What was measured.
   *
   * @param brokerVersion which Kafka the broker was
   * @param lines the figures, for people
   */
  record Figures(String brokerVersion, List<String> lines) {}

  private BenchRun() {}

  /** Measures, prints, and gives the exit code. */
  static int of(Terminal terminal, Measurement measurement) throws InterruptedException {
    double load = Surroundings.load();
    StepLine steps = new StepLine(terminal.err());
    ClosingStack closing = new ClosingStack(steps);
    return StackRun.run(
        closing,
        () -> stop(closing),
        () -> {
          print(terminal, load, measurement.take(closing, steps));
          return ExitCode.DONE;
        });
  }

  /**
   * Checks an option that counts something.
   *
   * @throws InvalidInputException if it is below its least value
   */
  static void requireAtLeast(int least, String option, int value) {
    if (value < least) {
      throw new InvalidInputException(
          option, "expected an integer of " + least + " or above, was " + value);
    }
  }

  private static void print(Terminal terminal, double load, Figures figures) {
    terminal.out().println(Surroundings.line(figures.brokerVersion(), load));
    figures.lines().forEach(terminal.out()::println);
    terminal.out().flush();
  }

  private static void stop(ClosingStack closing) {
    closing.close();
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }
}
