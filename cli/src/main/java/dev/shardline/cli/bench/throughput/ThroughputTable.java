package dev.shardline.cli.bench.throughput;

import dev.shardline.cli.bench.peer.PeerLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The runs of a throughput as they are told to people. */
final class ThroughputTable {

  private ThroughputTable() {}

  static List<String> lines(int shards, Map<PeerLoop, Pace> sweep, ThroughputRounds measured) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%,d shards of 20 to 100, one JVM, one slot; shards a second", shards));
    lines.add(String.format(Locale.ROOT, "%-46s  %11s  %11s", "", "all of them", "later half"));
    sweep.forEach((loop, pace) -> lines.add(run(loop.toString(), pace)));
    int rounds = measured.paces().values().stream().mapToInt(List::size).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      String place = "round " + (round + 1) + ": ";
      for (var contestant : measured.paces().entrySet()) {
        lines.add(run(place + contestant.getKey(), contestant.getValue().get(round)));
      }
    }
    String laterHalf =
        String.format(
            Locale.ROOT,
            "; later half: %.2f",
            measured.laterHalf(ThroughputRounds.QUEUE, measured.bestShare()));
    lines.add(measured.ratios().getFirst().line() + laterHalf);
    measured.ratios().stream().skip(1).forEach(ratio -> lines.add(ratio.line()));
    return lines;
  }

  private static String run(String what, Pace pace) {
    return String.format(
        Locale.ROOT, "%-46s  %11.0f  %11.0f", what, pace.whole(), pace.laterHalf());
  }
}
