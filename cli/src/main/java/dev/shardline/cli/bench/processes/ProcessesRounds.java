package dev.shardline.cli.bench.processes;

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
import java.util.Map.Entry;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What each crew took, round by round. Not thread-safe. */
final class ProcessesRounds {

  /** What the target speaks of. */
  private static final int PAIR = 2;

  private final ProcessesPlan plan;
  private final long number;
  private final Map<Crew, List<Turn>> turns = new LinkedHashMap<>();

  /**
   * Of a plan.
   *
   * @param number of each shard
   */
  ProcessesRounds(ProcessesPlan plan, long number) {
    this.plan = plan;
    this.number = number;
  }

  void add(Crew crew, Turn turn) {
    turns.computeIfAbsent(crew, name -> new ArrayList<>()).add(turn);
  }

  Report report() {
    Report.Builder report =
        Report.of(
                "processes",
                String.format(
                    Locale.ROOT,
                    "%d shards of %,d: one thread, threads, processes",
                    plan.shards(),
                    number))
            .setting("workers", plan.workers())
            .setting("crowd", plan.crowd())
            .setting("shards", plan.shards())
            .setting("shard-time", plan.shardTime().toMillis() + "ms")
            .setting("number", number)
            .setting("rounds", plan.rounds());
    figures(report, "time", "s", turn -> turn.elapsed().toNanos() / 1e9);
    figures(report, "CPU time", "s", turn -> turn.cpu().toNanos() / 1e9);
    figures(report, "memory at most", "MB", Turn::megabytes);
    report.ratio(speedUp(Crew.THREADS, null));
    report.ratio(speedUp(Crew.PROCESSES, plan.workers() == PAIR ? Target.atLeast(1.9) : null));
    report.ratio(speedUp(Crew.CROWD, null));
    return report.note("Memory is of all JVMs of a row together; a MB has 2^20 bytes.").build();
  }

  private void figures(
      Report.Builder report, String measure, String unit, ToDoubleFunction<Turn> part) {
    for (Entry<Crew, List<Turn>> crew : turns.entrySet()) {
      report.figure(
          Figure.median(
              "",
              crew.getKey().toString(),
              measure,
              unit,
              crew.getValue().stream().mapToDouble(part).boxed().toList()));
    }
  }

  private Ratio speedUp(String crew, @Nullable Target target) {
    return Ratio.of(
        "sequential over " + crew + ", time", elapsed(Crew.SEQUENTIAL), elapsed(crew), target);
  }

  private double elapsed(String name) {
    return Median.of(
        turns.entrySet().stream()
            .filter(crew -> crew.getKey().name().equals(name))
            .flatMap(crew -> crew.getValue().stream())
            .map(turn -> turn.elapsed().toNanos() / 1e9)
            .toList());
  }
}
