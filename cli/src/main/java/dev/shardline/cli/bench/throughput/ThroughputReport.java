package dev.shardline.cli.bench.throughput;

import dev.shardline.cli.bench.peer.PeerLoop;
import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The runs of a throughput as they are told to programs. */
final class ThroughputReport {

  private static final String UNIT = "shards/s";

  private ThroughputReport() {}

  static Report of(
      int shards, List<Integer> batchSizes, Map<PeerLoop, Pace> sweep, ThroughputRounds measured) {
    Report.Builder report =
        Report.of(
                "throughput",
                String.format(
                    Locale.ROOT,
                    "Tiny shards a second: %,d of 20 to 100, one JVM, one slot",
                    shards))
            .setting("shards", shards)
            .setting("batch-sizes", batchSizes.toString().replaceAll("[\\[\\] ]", ""))
            .setting("rounds", measured.paces().values().iterator().next().size());
    measured
        .paces()
        .forEach((contestant, paces) ->
            report.figure(
                Figure.median(
                    "",
                    contestant,
                    "all of them",
                    UNIT,
                    paces.stream().map(Pace::whole).toList())));
    measured
        .paces()
        .forEach((contestant, paces) ->
            report.figure(
                Figure.median(
                    "",
                    contestant,
                    "later half",
                    UNIT,
                    paces.stream().map(Pace::laterHalf).toList())));
    sweep.forEach((loop, pace) ->
        report.tried(
            Figure.median("", loop.toString(), "all of them", UNIT, List.of(pace.whole()))));
    measured.ratios().forEach(report::ratio);
    return report.build();
  }
}
