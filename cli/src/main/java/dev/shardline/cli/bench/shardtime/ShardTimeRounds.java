package dev.shardline.cli.bench.shardtime;

import dev.shardline.cli.bench.Median;
import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.ToDoubleFunction;

/** Where the time went for each kind of shards, round by round. Not thread-safe. */
final class ShardTimeRounds {

  static final String SINGLE = "one at a time";
  static final String TINY = "a backlog of tiny ones";
  static final String LARGE = "a backlog of long ones";

  private static final Map<String, ToDoubleFunction<Stages>> STAGES = stages();

  private final ShardTimePlan plan;
  private final Map<String, List<Stages>> rounds = new LinkedHashMap<>();

  ShardTimeRounds(ShardTimePlan plan) {
    this.plan = plan;
  }

  void add(String kind, Stages stages) {
    rounds.computeIfAbsent(kind, name -> new ArrayList<>()).add(stages);
  }

  Report report() {
    Report.Builder report =
        Report.of("shard-time", "Where the time of a shard goes, one transform-service of one slot")
            .setting("single", plan.single())
            .setting("tiny", plan.tiny())
            .setting("long", plan.large())
            .setting("number", plan.number())
            .setting("rounds", plan.rounds());
    for (Entry<String, List<Stages>> kind : rounds.entrySet()) {
      for (Entry<String, ToDoubleFunction<Stages>> stage : STAGES.entrySet()) {
        report.figure(
            Figure.median(
                kind.getKey(),
                stage.getKey(),
                "mean of a shard",
                "ms",
                kind.getValue().stream().mapToDouble(stage.getValue()).boxed().toList()));
      }
      report.ratio(
          new Ratio(
              kind.getKey() + ", compute over elapsed",
              Median.of(
                  kind.getValue().stream()
                      .map(stages -> stages.compute() / stages.elapsed())
                      .toList()),
              null));
    }
    return report
        .note(
            String.format(
                Locale.ROOT,
                "%s: %,d of 2,500; %s: %,d of 20 to 100; %s: %d of %,d",
                SINGLE,
                plan.single(),
                TINY,
                plan.tiny(),
                LARGE,
                plan.large(),
                plan.number()))
        .note(
            "wait: from the record's timestamp to the begin of its computation; publish: until its"
                + " result is durable, which overlaps the next computation")
        .build();
  }

  private static Map<String, ToDoubleFunction<Stages>> stages() {
    Map<String, ToDoubleFunction<Stages>> stages = new LinkedHashMap<>();
    stages.put("wait", Stages::waited);
    stages.put("compute", Stages::compute);
    stages.put("publish", Stages::publish);
    stages.put("elapsed", Stages::elapsed);
    return stages;
  }
}
