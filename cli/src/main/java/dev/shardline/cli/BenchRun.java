package dev.shardline.cli;

import dev.shardline.cli.bench.Surroundings;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.bench.report.ReportDirectory;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.StackRun;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** A benchmark on a broker of its own, on which no service runs. */
  @FunctionalInterface
  interface OnBroker {

    /**
     * Measures.
     *
     * @param steps hears of each step
     */
    Measured take(BrokerStack stack, Cluster cluster, StepLine steps) throws InterruptedException;
  }

  /**
   * What was measured.
   *
   * @param brokerVersion which Kafka the broker was; null if there was none
   * @param measured the figures
   */
  record Figures(@Nullable String brokerVersion, Measured measured) {}

  private BenchRun() {}

  /** Measures, prints, writes the report where one is wanted, and gives the exit code. */
  static int of(Terminal terminal, BenchOutput output, Measurement measurement)
      throws InterruptedException {
    Optional<ReportDirectory> directory = output.open();
    Surroundings surroundings = Surroundings.now(ManifestVersion.ofBuild());
    StepLine steps = new StepLine(terminal.err());
    ClosingStack closing = new ClosingStack(steps);
    return StackRun.run(
        closing,
        () -> stop(closing),
        () -> {
          Figures figures = measurement.take(closing, steps);
          tell(terminal, directory, surroundings.with(figures.brokerVersion()), figures.measured());
          return ExitCode.DONE;
        });
  }

  /** The same with a broker, which is started before and stopped after. */
  static int onBroker(Terminal terminal, BenchOutput output, OnBroker measurement)
      throws InterruptedException {
    return of(
        terminal,
        output,
        (closing, steps) -> {
          BrokerStack stack = BrokerStack.start(Installation.homeOfProcess(), closing, steps);
          try (Cluster cluster = Cluster.connect(stack.cluster())) {
            return new Figures(stack.brokerVersion(), measurement.take(stack, cluster, steps));
          }
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

  /**
   * The same, with a largest value too.
   *
   * @throws InvalidInputException if it is outside of its range
   */
  static void requireBetween(int least, int most, String option, int value) {
    if (value < least || value > most) {
      throw new InvalidInputException(
          option, "expected an integer from " + least + " to " + most + ", was " + value);
    }
  }

  private static void tell(
      Terminal terminal,
      Optional<ReportDirectory> directory,
      Surroundings surroundings,
      Measured measured) {
    surroundings.lines().forEach(terminal.out()::println);
    measured.lines().forEach(terminal.out()::println);
    terminal.out().flush();
    directory.ifPresent(reports ->
        reports
            .write(measured.report(), surroundings)
            .forEach(file -> terminal.err().println("wrote " + file)));
    terminal.err().flush();
  }

  private static void stop(ClosingStack closing) {
    closing.close();
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }
}
