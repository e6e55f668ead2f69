package dev.shardline.cli.bench.startup;

import dev.shardline.cli.bench.Median;
import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Report;
import dev.shardline.cli.bench.report.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each way to start took, round by round. Not thread-safe. */
final class StartupRounds {

  static final String PLAIN = "plain";
  static final String CACHED = "with the AOT cache";

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  void add(String contestant, Duration took) {
    seconds.computeIfAbsent(contestant, name -> new ArrayList<>()).add(took.toNanos() / 1e9);
  }

  /**
   * All of it.
   *
   * @param hasCache whether there was one to start with
   */
  Report report(int rounds, boolean hasCache) {
    Report.Builder report =
        Report.of("startup", "Start of a transform-service: its process to its first result")
            .setting("rounds", rounds);
    seconds.forEach((contestant, measured) ->
        report.figure(
            Figure.median("", contestant, "process start to first result", "s", measured)));
    if (hasCache) {
      report.ratio(
          Ratio.of(
              "with the AOT cache over plain, medians",
              Median.of(seconds.getOrDefault(CACHED, List.of())),
              Median.of(seconds.getOrDefault(PLAIN, List.of())),
              Target.atMost(0.4)));
    } else {
      report.note(CACHED + ": not measured, as the build recorded none");
    }
    return report.build();
  }
}
