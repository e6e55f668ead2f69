package dev.shardline.cli.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.bench.report.ReportTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartupRoundsTest {

  private final StartupRounds rounds = new StartupRounds();

  @Test
  void comparesTheStartWithTheCacheToThePlainOne() {
    for (int millis : new int[] {2000, 2200, 9000}) {
      rounds.add(StartupRounds.PLAIN, Duration.ofMillis(millis));
      rounds.add(StartupRounds.CACHED, Duration.ofMillis(millis / 2));
    }

    assertThat(ReportTable.lines(rounds.report(3, true)))
        .anyMatch(line -> line.matches("plain +2.20"))
        .anyMatch(line -> line.matches("with the AOT cache +1.10"))
        .contains("with the AOT cache over plain, medians: 0.50 (to be at most 0.40)");
  }

  @Test
  void saysThatThereIsNoCache() {
    rounds.add(StartupRounds.PLAIN, Duration.ofSeconds(2));

    assertThat(rounds.report(1, false).ratios()).isEmpty();
    assertThat(rounds.report(1, false).notes())
        .containsExactly("with the AOT cache: not measured, as the build recorded none");
  }
}
