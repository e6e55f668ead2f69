package dev.shardline.cli.bench.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.bench.report.ReportTable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsRoundsTest {

  private final PartsRounds rounds = new PartsRounds(new PartsPlan(2, 3_000_000, List.of(2, 4), 3));

  @Test
  void comparesEachDivisionWithTheWholeByTheMedians() {
    add(1, 8, 8, 8);
    add(2, 4, 9, 2);
    add(4, 5, 12, 3);
    add(1, 9, 9, 9);
    add(2, 30, 30, 30);
    add(4, 6, 14, 4);
    add(1, 7, 7, 7);
    add(2, 5, 9, 2);
    add(4, 4, 10, 2);

    assertThat(ReportTable.lines(rounds.report()))
        .anyMatch(line -> line.matches("whole +8.00 +8.00 +8.00"))
        .anyMatch(line -> line.matches("2 parts +5.00 +9.00 +2.00"))
        .anyMatch(line -> line.matches("4 parts +5.00 +12.0 +3.00"))
        .contains("whole over 2 parts, time: 1.60", "whole over 4 parts, time: 1.60");
  }

  @Test
  void measuresTheWholeFirst() {
    assertThat(new PartsPlan(2, 3_000_000, List.of(8, 2), 3).divisions()).containsExactly(1, 8, 2);
  }

  private void add(int parts, int elapsed, int cpu, int lastStep) {
    rounds.add(
        parts,
        new Division(
            Duration.ofSeconds(elapsed), Duration.ofSeconds(cpu), Duration.ofSeconds(lastStep)));
  }
}
