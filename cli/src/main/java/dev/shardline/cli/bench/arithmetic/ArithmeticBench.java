package dev.shardline.cli.bench.arithmetic;

import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.ServiceFlags;
import dev.shardline.cli.stack.StackDirectory;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.cli.stack.Stopwatch;
import dev.shardline.process.ChildJvm;
import dev.shardline.process.JvmCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a factorial sum costs in CPU time: the service's arithmetic against simpler ways in the same
 * JVM, and against GMP in C where it can be compiled.
 */
public final class ArithmeticBench {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Installation installation;
  private final ClosingStack closing;
  private final Stopwatch stopwatch;

  /**
   * A benchmark of what was built there.
   *
   * @param closing owns the JVM that measures
   * @param steps hears of each number that is done
   */
  public ArithmeticBench(Path home, ClosingStack closing, StepListener steps) {
    this.installation = new Installation(home);
    this.closing = closing;
    this.stopwatch = new Stopwatch(steps);
  }

  /**
   * Measures.
   *
   * @return the figures
   * @throws IllegalStateException if a contestant computes another sum than the others
   */
  public Measured run(ArithmeticPlan plan) throws InterruptedException {
    StackDirectory directory = closing.own("", () -> StackDirectory.of(null));
    GmpProgram gmp = GmpProgram.compile(directory.path());
    Path file = directory.path().resolve("samples");
    ChildJvm worker =
        closing.own(
            "",
            () ->
                ChildJvm.start(
                    "arithmetic", command(file, gmp, plan), directory.log("arithmetic")));
    Set<Integer> told = new HashSet<>();
    while (!worker.awaitExit(BETWEEN_LOOKS)) {
      tell(samples(lines(file)), told, plan);
    }
    if (worker.exitCode() != 0) {
      worker.requireAlive();
    }
    List<String> lines = lines(file);
    tell(samples(lines), told, plan);
    List<String> notes = new ArrayList<>();
    if (gmp.file() == null) {
      notes.add(Contestant.GMP_IN_C + ": not measured, as it cannot be compiled: " + gmp.why());
    }
    lines.stream()
        .filter(line -> line.startsWith("# "))
        .map(line -> line.substring(2))
        .forEach(notes::add);
    return Measured.of(ArithmeticReport.of(plan, samples(lines), notes));
  }

  private JvmCommand command(Path samples, GmpProgram gmp, ArithmeticPlan plan) {
    List<String> flags = new ArrayList<>(ServiceFlags.TRANSFORM);
    flags.add("--enable-native-access=ALL-UNNAMED");
    return new JvmCommand(
        flags,
        System.getProperty("java.class.path")
            + File.pathSeparator
            + installation.transformClasses(),
        ArithmeticWorker.class.getName(),
        ArithmeticWorker.arguments(samples, gmp, plan),
        Map.of());
  }

  /** A number is done when a later one has begun, or nothing follows. */
  private void tell(List<Sample> samples, Set<Integer> told, ArithmeticPlan plan) {
    for (int n : plan.numbers()) {
      List<Double> service =
          samples.stream()
              .filter(sample -> sample.n() == n && sample.contestant().equals(Contestant.JAVA))
              .map(Sample::nanos)
              .toList();
      if (service.size() == plan.rounds() && told.add(n)) {
        stopwatch.lap("n = %,d".formatted(n));
      }
    }
  }

  private static List<Sample> samples(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith("#")).map(Sample::of).toList();
  }

  /** Whole ones; none while there is no file yet. */
  private static List<String> lines(Path file) {
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
