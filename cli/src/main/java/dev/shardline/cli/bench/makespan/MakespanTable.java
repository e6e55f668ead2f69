package dev.shardline.cli.bench.makespan;

import dev.shardline.cli.bench.Median;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rounds of a makespan as they are told to people. */
final class MakespanTable {

  private MakespanTable() {}

  static List<String> lines(
      Mix mix, long largeNumber, int workers, long seed, List<Makespan> rounds) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d shards of %,d and %d of %,d at random places (--seed %d), %d workers of one slot",
            mix.tiny(),
            mix.tinyNumber(),
            mix.large(),
            largeNumber,
            seed,
            workers));
    lines.add(
        "round   JVMs' CPU  computing  longest     ideal  makespan  ratio  redelivered  shards of each"
            + " worker");
    for (Makespan round : rounds) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%5d  %8.2f s  %7.2f s  %5.2f s  %6.2f s  %6.2f s  %5.2f  %11d  %s",
              lines.size() - 1,
              seconds(round.cpu()),
              seconds(round.total()),
              seconds(round.longest()),
              seconds(round.ideal()),
              seconds(round.elapsed()),
              round.ratio(),
              round.repeated(),
              round.shares().stream()
                  .map(WorkerShare::toString)
                  .collect(Collectors.joining(", "))));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "makespan over ideal, median: %.2f (to be at most 1.15)",
            Median.of(rounds.stream().map(Makespan::ratio).toList())));
    return lines;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
