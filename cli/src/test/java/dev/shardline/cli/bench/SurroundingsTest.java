package dev.shardline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  @Test
  void tellsWhatFiguresRestOn() {
    Surroundings surroundings = Surroundings.now("1.2.3");

    assertThat(surroundings.cores()).isPositive();
    assertThat(surroundings.memoryBytes()).isPositive();
    assertThat(surroundings.lines().getFirst())
        .contains(" cores, ", ", JDK 25", ", no broker; load average before: ");
    assertThat(surroundings.with("4.4.0").lines())
        .anyMatch(line -> line.contains(", Kafka broker 4.4.0; load average before: "))
        .anyMatch(line -> line.contains("shardline 1.2.3, " + surroundings.time()));
  }

  @Test
  void findsTheFirstProcessorsName() {
    assertThat(CpuModel.of(List.of("processor : 0", "model name\t: A CPU", "model name\t: B")))
        .isEqualTo("A CPU");
    assertThat(CpuModel.of(List.of("processor : 0", "BogoMIPS : 50"))).isEqualTo("unknown CPU");
  }
}
