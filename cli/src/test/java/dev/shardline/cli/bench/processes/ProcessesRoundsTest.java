package dev.shardline.cli.bench.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.bench.report.ReportTable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesRoundsTest {

  @Test
  void comparesEachCrewWithOneThread() {
    List<String> lines = lines(2);

    assertThat(lines)
        .anyMatch(line -> line.matches("sequential: 1 JVM of 1 thread +8.00 +8.00 +100"))
        .anyMatch(line -> line.matches("threads: 1 JVM of 2 threads +5.00 +8.00 +150"))
        .anyMatch(line -> line.matches("processes: 2 JVMs of 1 thread +4.00 +8.00 +200"))
        .anyMatch(line -> line.matches("more than cores: 4 JVMs of 1 thread +4.00 +8.00 +400"))
        .contains(
            "sequential over threads, time: 1.60",
            "sequential over processes, time: 2.00 (to be at least 1.90)",
            "sequential over more than cores, time: 2.00");
  }

  @Test
  void promisesNothingOfOtherNumbersOfWorkers() {
    assertThat(lines(3)).contains("sequential over processes, time: 2.00");
  }

  private static List<String> lines(int workers) {
    ProcessesRounds rounds =
        new ProcessesRounds(new ProcessesPlan(workers, 4, 8, Duration.ofSeconds(1), 1), 200_000);
    List<Crew> crews = Crew.all(workers, 4);
    rounds.add(crews.get(0), turn(8, 100));
    rounds.add(crews.get(1), turn(5, 150));
    rounds.add(crews.get(2), turn(4, 200));
    rounds.add(crews.get(3), turn(4, 400));
    return ReportTable.lines(rounds.report());
  }

  private static Turn turn(int seconds, double megabytes) {
    return new Turn(Duration.ofSeconds(seconds), Duration.ofSeconds(8), megabytes);
  }
}
