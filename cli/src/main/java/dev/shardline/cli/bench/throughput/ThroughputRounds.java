package dev.shardline.cli.bench.throughput;

import dev.shardline.cli.bench.Median;
import dev.shardline.cli.bench.peer.PeerLoop;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What each contestant did, round by round. Not thread-safe. */
final class ThroughputRounds {

  static final String QUEUE = "transform-service";
  static final String PARTITIONS = "transform-service, partitions";

  private final PeerLoop share;
  private final PeerLoop classic;
  private final PeerLoop parallel;
  private final Map<String, List<Pace>> paces = new LinkedHashMap<>();

  /** Of the best loops of each kind. */
  ThroughputRounds(PeerLoop share, PeerLoop classic, PeerLoop parallel) {
    this.share = share;
    this.classic = classic;
    this.parallel = parallel;
  }

  void add(String contestant, Pace pace) {
    paces.computeIfAbsent(contestant, name -> new ArrayList<>()).add(pace);
  }

  /** Of each contestant, in the order in which they take turns. */
  Map<String, List<Pace>> paces() {
    return paces;
  }

  /** The comparisons, by their medians. */
  List<Ratio> ratios() {
    return List.of(
        ratio(
            "transform-service over the best raw loop, medians",
            QUEUE,
            share.toString(),
            Target.atLeast(0.8)),
        ratio(
            "partition mode over the best classic loop, medians",
            PARTITIONS,
            classic.toString(),
            Target.atLeast(0.5)),
        ratio(
            "transform-service over Parallel Consumer, medians", QUEUE, parallel.toString(), null));
  }

  /** What {@link #ratios} has, of the later half of each run. */
  double laterHalf(String over, String under) {
    return median(over, Pace::laterHalf) / median(under, Pace::laterHalf);
  }

  String bestShare() {
    return share.toString();
  }

  private Ratio ratio(
      String what, String over, String under, @org.jspecify.annotations.Nullable Target target) {
    return Ratio.of(what, median(over, Pace::whole), median(under, Pace::whole), target);
  }

  private double median(String contestant, ToDoubleFunction<Pace> rate) {
    return Median.of(
        paces.getOrDefault(contestant, List.of()).stream().mapToDouble(rate).boxed().toList());
  }
}
