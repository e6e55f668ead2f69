package dev.shardline.cli.bench.roundtrip;

import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Report;
import dev.shardline.cli.bench.report.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measured round trips as they are told. */
final class RoundTripTable {

  private static final String RAW = "raw share loop, one shard there and back";
  private static final String SINGLE = "one shard there and back";
  private static final String REFERENCE = "reference job, first send to fourth result";

  private RoundTripTable() {}

  static Measured of(
      int warmUps, int rounds, Latencies raw, Latencies single, Latencies reference) {
    Map<String, Latencies> contestants = new LinkedHashMap<>();
    contestants.put(RAW, raw);
    contestants.put(SINGLE, single);
    contestants.put(REFERENCE, reference);
    Report.Builder report =
        Report.of("round-trip", "Round trips on warm services with nothing else under way")
            .setting("rounds", rounds)
            .setting("warm-ups", warmUps);
    List<String> lines = new ArrayList<>();
    contestants.forEach((name, measured) -> lines.add(line(name, measured)));
    for (int percent : new int[] {50, 99}) {
      contestants.forEach((name, measured) ->
          report.figure(
              new Figure(
                  "",
                  name,
                  "round trip",
                  "ms",
                  "p" + percent,
                  measured.millis(percent),
                  measured.millis())));
    }
    List<Ratio> ratios =
        List.of(
            ratio("one shard over the raw share loop, p50", single, raw, Target.atMost(1.3)),
            ratio("ratio of the medians", reference, raw, null));
    for (Ratio ratio : ratios) {
      lines.add(ratio.line());
      report.ratio(ratio);
    }
    return new Measured(lines, report.build());
  }

  private static Ratio ratio(
      String what, Latencies over, Latencies under, @Nullable Target target) {
    return new Ratio(what, over.medianRatio(under), target);
  }

  private static String line(String what, Latencies measured) {
    return String.format(
        Locale.ROOT,
        "%-44s p50 %6.1f ms   p99 %6.1f ms",
        what,
        measured.millis(50),
        measured.millis(99));
  }
}
