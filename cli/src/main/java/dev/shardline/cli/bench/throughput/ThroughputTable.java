package dev.shardline.cli.bench.throughput;

import dev.shardline.cli.bench.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The runs of a throughput as they are told to people. */
final class ThroughputTable {

  private ThroughputTable() {}

  static List<String> lines(
      int shards, Map<RawLoop, Pace> sweep, RawLoop best, List<Pace> raw, List<Pace> shardline) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%,d shards of 20 to 100, one JVM, one slot; shards a second", shards));
    lines.add(String.format(Locale.ROOT, "%-42s  %11s  %11s", "", "all of them", "later half"));
    sweep.forEach((loop, pace) -> lines.add(run(loop.toString(), pace)));
    for (int round = 0; round < raw.size(); round++) {
      lines.add(run("round " + (round + 1) + ": " + best, raw.get(round)));
      lines.add(run("round " + (round + 1) + ": transform-service", shardline.get(round)));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "transform-service over the best raw loop, medians: %.2f (to be at least 0.80); later"
                + " half: %.2f",
            ratio(shardline, raw, Pace::whole),
            ratio(shardline, raw, Pace::laterHalf)));
    return lines;
  }

  private static double ratio(List<Pace> shardline, List<Pace> raw, ToDoubleFunction<Pace> rate) {
    return median(shardline, rate) / median(raw, rate);
  }

  private static double median(List<Pace> paces, ToDoubleFunction<Pace> rate) {
    return Median.of(paces.stream().mapToDouble(rate).boxed().toList());
  }

  private static String run(String what, Pace pace) {
    return String.format(
        Locale.ROOT, "%-42s  %11.0f  %11.0f", what, pace.whole(), pace.laterHalf());
  }
}
