package dev.shardline.cli.bench.arithmetic;

import dev.shardline.cli.bench.Median;
import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Report;
import dev.shardline.cli.bench.report.Target;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The samples of all contestants as they are told. */
final class ArithmeticReport {

  private static final String MEASURE = "CPU time of one";
  private static final List<String> ORDER =
      List.of(
          Contestant.TUTORIAL,
          Contestant.RUNNING_PRODUCT,
          Contestant.JAVA,
          Contestant.NATIVE,
          Contestant.GMP_IN_C);

  private ArithmeticReport() {}

  static Report of(ArithmeticPlan plan, List<Sample> samples, List<String> notes) {
    Report.Builder report =
        Report.of("arithmetic", "Factorial sum of n, CPU time")
            .setting("numbers", plan.arguments().getFirst())
            .setting("rounds", plan.rounds())
            .setting("batch-time", plan.batch().toMillis() + "ms")
            .setting("limit", plan.limit().toMillis() + "ms");
    boolean isNative =
        samples.stream().anyMatch(sample -> sample.contestant().equals(Contestant.NATIVE));
    new TreeMap<>(samples.stream().collect(Collectors.groupingBy(Sample::n)))
        .forEach((n, some) -> add(report, n, millis(some), isNative));
    notes.forEach(report::note);
    return report.build();
  }

  private static Map<String, List<Double>> millis(List<Sample> samples) {
    return samples.stream()
        .collect(
            Collectors.groupingBy(
                Sample::contestant,
                Collectors.mapping(sample -> sample.nanos() / 1e6, Collectors.toList())));
  }

  private static void add(
      Report.Builder report, int n, Map<String, List<Double>> rounds, boolean isNative) {
    String group = "n = %,d".formatted(n);
    for (String contestant : ORDER) {
      if (rounds.containsKey(contestant)) {
        report.figure(
            Figure.median(
                group, contestant, MEASURE, "ms", rounds.getOrDefault(contestant, List.of())));
      }
    }
    String engine = isNative ? Contestant.NATIVE : Contestant.JAVA;
    if (rounds.containsKey(Contestant.GMP_IN_C)) {
      report.ratio(ratio(group, engine, Contestant.GMP_IN_C, rounds, target(n, isNative)));
    }
    if (rounds.containsKey(Contestant.TUTORIAL)) {
      report.ratio(ratio(group, Contestant.TUTORIAL, engine, rounds, null));
    }
  }

  private static Ratio ratio(
      String group,
      String over,
      String under,
      Map<String, List<Double>> rounds,
      @Nullable Target target) {
    return Ratio.of(
        group + ", " + over + " over " + under,
        Median.of(rounds.getOrDefault(over, List.of())),
        Median.of(rounds.getOrDefault(under, List.of())),
        target);
  }

  /** Of the service over GMP in C. */
  static @Nullable Target target(int n, boolean isNative) {
    if (n >= 2_500 && n <= 2_800) {
      return Target.atMost(1.15);
    }
    if (!isNative) {
      return null;
    }
    if (n >= 100_000) {
      return Target.atMost(1.15);
    }
    return n > 2_800 ? Target.atMost(1.5) : null;
  }
}
