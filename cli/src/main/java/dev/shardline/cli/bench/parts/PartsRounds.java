package dev.shardline.cli.bench.parts;

import dev.shardline.cli.bench.Median;
import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What each division took, round by round. Not thread-safe. */
final class PartsRounds {

  private final PartsPlan plan;
  private final Map<Integer, List<Division>> divisions = new LinkedHashMap<>();

  PartsRounds(PartsPlan plan) {
    this.plan = plan;
  }

  void add(int parts, Division division) {
    divisions.computeIfAbsent(parts, each -> new ArrayList<>()).add(division);
  }

  Report report() {
    Report.Builder report =
        Report.of(
                "parts",
                String.format(
                    Locale.ROOT,
                    "One shard of %,d as a whole and in parts, on %d workers of one slot",
                    plan.number(),
                    plan.workers()))
            .setting("workers", plan.workers())
            .setting("number", plan.number())
            .setting("rounds", plan.rounds());
    figures(report, "time", Division::elapsed);
    figures(report, "CPU time of the workers", Division::cpu);
    figures(report, "its last step", Division::lastStep);
    for (int parts : plan.parts()) {
      report.ratio(
          Ratio.of(
              "whole over " + name(parts) + ", time",
              median(PartsPlan.WHOLE, Division::elapsed),
              median(parts, Division::elapsed),
              null));
    }
    return report
        .note("The last step of parts combines them, on one core; that of a whole is all of it.")
        .build();
  }

  private void figures(Report.Builder report, String measure, Function<Division, Duration> value) {
    divisions.forEach((parts, measured) ->
        report.figure(Figure.median("", name(parts), measure, "s", seconds(measured, value))));
  }

  private double median(int parts, Function<Division, Duration> value) {
    return Median.of(seconds(divisions.getOrDefault(parts, List.of()), value));
  }

  private static List<Double> seconds(List<Division> measured, Function<Division, Duration> value) {
    return measured.stream().map(value).map(duration -> duration.toNanos() / 1e9).toList();
  }

  /** As it is told of. */
  static String name(int parts) {
    return parts == PartsPlan.WHOLE ? "whole" : parts + " parts";
  }
}
