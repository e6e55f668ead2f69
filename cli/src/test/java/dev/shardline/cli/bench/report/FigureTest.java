package dev.shardline.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void keepsItsRoundsBesideTheirMedian() {
    Figure figure = Figure.median("", "ours", "time", "s", List.of(9.0, 1.0, 2.0));

    assertThat(figure.value()).isEqualTo(2);
    assertThat(figure.rounds()).containsExactly(9.0, 1.0, 2.0);
    assertThat(figure.smallest()).isEqualTo(1);
    assertThat(figure.largest()).isEqualTo(9);
    assertThat(figure.hasSpan()).isTrue();
  }

  @Test
  void hasNoSpanOfOneRoundOrOfAPercentile() {
    assertThat(Figure.median("", "ours", "time", "s", List.of(9.0)).hasSpan()).isFalse();
    assertThat(new Figure("", "ours", "time", "s", "p99", 9, List.of(1.0, 9.0)).hasSpan())
        .isFalse();
  }

  @Test
  void needsARound() {
    assertThatThrownBy(() -> new Figure("", "ours", "time", "s", "p50", 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ours, time: there is no round");
  }
}
