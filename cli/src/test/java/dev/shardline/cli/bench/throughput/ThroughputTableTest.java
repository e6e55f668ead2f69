package dev.shardline.cli.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.bench.peer.ClassicLoop;
import dev.shardline.cli.bench.peer.ParallelConsumerLoop;
import dev.shardline.cli.bench.peer.PeerLoop;
import dev.shardline.cli.bench.peer.RawLoop;
import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThroughputTableTest {

  private static final PeerLoop SHARE = new RawLoop("record_limit", 500);
  private static final PeerLoop CLASSIC = new ClassicLoop(500);
  private static final PeerLoop PARALLEL = new ParallelConsumerLoop(500);

  private final Map<PeerLoop, Pace> sweep = new LinkedHashMap<>();
  private final ThroughputRounds rounds = new ThroughputRounds(SHARE, CLASSIC, PARALLEL);

  ThroughputTableTest() {
    sweep.put(new RawLoop("record_limit", 8), new Pace(100, 100));
    sweep.put(SHARE, new Pace(1000, 1000));
    for (int i = 0; i < 3; i++) {
      rounds.add(SHARE.toString(), new Pace(1000, 2000));
      rounds.add(ThroughputRounds.QUEUE, new Pace(900 + 50 * i, 1900));
      rounds.add(CLASSIC.toString(), new Pace(2000, 2000));
      rounds.add(ThroughputRounds.PARTITIONS, new Pace(1100, 1200));
      rounds.add(PARALLEL.toString(), new Pace(500, 600));
    }
  }

  @Test
  void tellsEveryRunAndTheMediansRatios() {
    List<String> lines = ThroughputTable.lines(50_000, sweep, rounds);

    assertThat(lines.getFirst())
        .isEqualTo("50,000 shards of 20 to 100, one JVM, one slot; shards a second");
    assertThat(lines)
        .anyMatch(line -> line.matches("raw loop, record_limit, 8 at a time +100 +100"))
        .anyMatch(line -> line.matches("round 3: transform-service +1000 +1900"))
        .anyMatch(line -> line.matches("round 1: transform-service, partitions +1100 +1200"))
        .anyMatch(line -> line.matches("round 2: Parallel Consumer, 500 at a time +500 +600"))
        .endsWith(
            "transform-service over the best raw loop, medians: 0.95 (to be at least 0.80); later"
                + " half: 0.95",
            "partition mode over the best classic loop, medians: 0.55 (to be at least 0.50)",
            "transform-service over Parallel Consumer, medians: 1.90");
  }

  @Test
  void keepsWhatWasTriedApartFromWhatIsCompared() {
    Report report = ThroughputReport.of(50_000, List.of(8, 500), sweep, rounds);

    assertThat(report.settings())
        .containsEntry("batch-sizes", "8,500")
        .containsEntry("rounds", "3");
    assertThat(report.tried()).hasSize(2);
    assertThat(report.figures())
        .hasSize(10)
        .contains(
            Figure.median(
                "", "transform-service", "all of them", "shards/s", List.of(900.0, 950.0, 1000.0)));
  }
}
