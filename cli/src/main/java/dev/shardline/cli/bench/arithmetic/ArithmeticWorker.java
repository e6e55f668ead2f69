package dev.shardline.cli.bench.arithmetic;

import com.sun.management.OperatingSystemMXBean;
import dev.shardline.cli.bench.arithmetic.Contestant.Cost;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures all contestants, those in Java in this JVM and GMP in C beside it, one after the other
 * in each round. CPU time is that of the whole process, so that of the collector and of the
 * compiler is in it, and that of a helping thread. The operating system tells it in steps of 10 ms,
 * which is why a round takes many times that.
 */
public final class ArithmeticWorker {

  /** So much CPU time before the first round, for the compiler. */
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  private static final BigInteger MODULUS = BigInteger.valueOf(PlainSums.MODULUS);

  private final ArithmeticPlan plan;
  private final GmpProgram gmp;
  private final BufferedWriter out;
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Map<String, Cost> costs = new HashMap<>();

  private ArithmeticWorker(ArithmeticPlan plan, GmpProgram gmp, BufferedWriter out) {
    this.plan = plan;
    this.gmp = gmp;
    this.out = out;
  }

  /** What {@link #main} is to be given. */
  static List<String> arguments(Path samples, GmpProgram gmp, ArithmeticPlan plan) {
    List<String> arguments = new ArrayList<>();
    arguments.add(samples.toString());
    arguments.add(gmp.file() == null ? "" : gmp.file().toString());
    arguments.addAll(plan.arguments());
    return arguments;
  }

  /**
   * Writes a line for each round of each contestant, and notes behind {@code #}.
   *
   * @param args the file to write, the program of GMP or nothing, the plan
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    GmpProgram gmp = new GmpProgram(args[1].isEmpty() ? null : Path.of(args[1]), "");
    ArithmeticPlan plan = ArithmeticPlan.of(List.of(args).subList(2, args.length));
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[0]))) {
      new ArithmeticWorker(plan, gmp, out).measure();
    }
  }

  private void measure() throws IOException, InterruptedException {
    List<Contestant> all = new ArrayList<>(Contestant.plain());
    all.add(Contestant.ofService(Contestant.JAVA, ServiceArithmetic.java()));
    List<String> notes = new ArrayList<>();
    ServiceArithmetic.nativeCode(notes::add)
        .ifPresent(sum -> all.add(Contestant.ofService(Contestant.NATIVE, sum)));
    for (String note : notes) {
      write("# " + note);
    }
    for (int n : plan.numbers()) {
      measure(n, all);
    }
  }

  private void measure(int n, List<Contestant> all) throws IOException, InterruptedException {
    long residue = PlainSums.residue(n);
    List<Contestant> some = new ArrayList<>();
    for (Contestant contestant : all) {
      if (contestant.exceeds(n, before(contestant), plan.limit().toNanos())) {
        write(
            "# n = %,d, %s: left out, as one would take more than about %d s"
                .formatted(n, contestant.name(), plan.limit().toSeconds()));
      } else {
        some.add(contestant);
        warmUp(n, contestant, residue);
      }
    }
    for (int round = 0; round < plan.rounds(); round++) {
      for (Contestant contestant : some) {
        double nanos = cpuNanos(n, contestant, plan.batch(), residue);
        costs.put(contestant.name(), new Cost(n, nanos));
        write(new Sample(n, nanos, contestant.name()).line());
      }
      if (gmp.file() != null) {
        write(new Sample(n, gmp.cpuNanos(n, plan.batch(), residue), Contestant.GMP_IN_C).line());
      }
    }
  }

  /** What takes seconds at a time is warm from smaller numbers, and warms itself. */
  private void warmUp(int n, Contestant contestant, long residue) {
    boolean isLong =
        before(contestant)
            .map(cost -> cost.nanos() * n / cost.n() > WARM_UP.toNanos())
            .orElse(false);
    if (!isLong) {
      cpuNanos(n, contestant, WARM_UP, residue);
    }
  }

  private Optional<Cost> before(Contestant contestant) {
    return Optional.ofNullable(costs.get(contestant.name()));
  }

  private double cpuNanos(int n, Contestant contestant, Duration batch, long residue) {
    int repetitions = 0;
    long took;
    BigInteger sum;
    long start = system.getProcessCpuTime();
    do {
      sum = contestant.sum().apply(n);
      repetitions++;
      took = system.getProcessCpuTime() - start;
    } while (took < batch.toNanos());
    if (sum.mod(MODULUS).longValue() != residue) {
      throw new IllegalStateException(contestant.name() + " has another sum of " + n);
    }
    return (double) took / repetitions;
  }

  private void write(String line) throws IOException {
    out.write(line);
    out.newLine();
    out.flush();
  }
}
