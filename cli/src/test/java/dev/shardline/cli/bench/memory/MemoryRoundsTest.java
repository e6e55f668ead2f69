package dev.shardline.cli.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.bench.report.ReportTable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryRoundsTest {

  @Test
  void tellsEachProcessIdleAndLoaded() {
    MemoryRounds rounds = new MemoryRounds();
    for (double idle : new double[] {120, 122, 200}) {
      rounds.add(MemoryRounds.TRANSFORM, MemoryRounds.IDLE, idle);
      rounds.add(MemoryRounds.TRANSFORM, MemoryRounds.LOADED, 2 * idle);
    }

    List<String> lines =
        ReportTable.lines(rounds.report(new MemoryPlan(3, 8, 200_000, 400, Duration.ofSeconds(5))));

    assertThat(lines.getFirst())
        .isEqualTo("Resident memory of a process; the load: 8 shards of 200,000, 400 sources");
    assertThat(lines)
        .anyMatch(line -> line.matches("transform-service, one slot +122 +244"))
        .contains("transform-service, idle after its start, MB: 122.00 (to be at most 130.00)");
  }
}
