package dev.shardline.cli.bench.memory;

import dev.shardline.cli.bench.Median;
import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Report;
import dev.shardline.cli.bench.report.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What processes held, round by round, in megabytes of 2^20 bytes. Not thread-safe. */
final class MemoryRounds {

  static final String TRANSFORM = "transform-service, one slot";
  static final String INGEST = "ingest-service, four workers";
  static final String BROKER = "broker";

  static final String IDLE = "idle after its start";
  static final String LOADED = "at most under load";
  static final String AFTER = "idle after the load";

  private record Place(String contestant, String measure) {}

  private final Map<Place, List<Double>> megabytes = new LinkedHashMap<>();

  void add(String contestant, String measure, double held) {
    megabytes.computeIfAbsent(new Place(contestant, measure), place -> new ArrayList<>()).add(held);
  }

  Report report(MemoryPlan plan) {
    Report.Builder report =
        Report.of(
                "memory",
                String.format(
                    Locale.ROOT,
                    "Resident memory of a process; the load: %d shards of %,d, %,d sources",
                    plan.shards(),
                    plan.number(),
                    plan.sources()))
            .setting("rounds", plan.rounds())
            .setting("shards", plan.shards())
            .setting("number", plan.number())
            .setting("sources", plan.sources())
            .setting("settle", plan.settle().toMillis() + "ms");
    megabytes.forEach((place, rounds) ->
        report.figure(Figure.median("", place.contestant(), place.measure(), "MB", rounds)));
    return report
        .ratio(
            new Ratio(
                "transform-service, idle after its start, MB",
                Median.of(megabytes.getOrDefault(new Place(TRANSFORM, IDLE), List.of())),
                Target.atMost(130)))
        .note("A MB has 2^20 bytes. Memory that processes share counts in each of them.")
        .build();
  }
}
