package dev.shardline.cli.bench.makespan;

import dev.shardline.cli.bench.Median;
import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Report;
import dev.shardline.cli.bench.report.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The rounds of a makespan as they are told to programs. */
final class MakespanReport {

  private MakespanReport() {}

  static Report of(Mix mix, long largeNumber, int workers, long seed, List<Makespan> rounds) {
    return Report.of(
            "makespan",
            String.format(
                Locale.ROOT,
                "%d shards of %,d and %d of %,d at random places on %d workers",
                mix.tiny(),
                mix.tinyNumber(),
                mix.large(),
                largeNumber,
                workers))
        .setting("workers", workers)
        .setting("tiny", mix.tiny())
        .setting("long", mix.large())
        .setting("long-time", mix.largeCost().toMillis() + "ms")
        .setting("seed", seed)
        .setting("rounds", rounds.size())
        .figure(figure("makespan", rounds, Makespan::elapsed))
        .figure(figure("ideal", rounds, Makespan::ideal))
        .figure(figure("CPU time of the workers", rounds, Makespan::cpu))
        .ratio(
            new Ratio(
                "makespan over ideal, median",
                Median.of(rounds.stream().map(Makespan::ratio).toList()),
                Target.atMost(1.15)))
        .build();
  }

  private static Figure figure(
      String what, List<Makespan> rounds, Function<Makespan, Duration> part) {
    return Figure.median(
        "",
        what,
        "time",
        "s",
        rounds.stream().map(part).map(duration -> duration.toNanos() / 1e9).toList());
  }
}
