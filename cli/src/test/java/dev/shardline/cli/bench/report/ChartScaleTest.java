package dev.shardline.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartScaleTest {

  @Test
  void beginsAtZeroAndHasRoundTicks() {
    ChartScale scale = ChartScale.of(List.of(3.0, 47.0));

    assertThat(scale.logarithmic()).isFalse();
    assertThat(scale.share(0)).isZero();
    assertThat(scale.share(23.5)).isEqualTo(0.5, within(1e-9));
    assertThat(scale.ticks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0);
  }

  @Test
  void givesPowersOfTenTheSameLengthWhereValuesDifferByMagnitudes() {
    ChartScale scale = ChartScale.of(List.of(0.2, 0.0, 700.0));

    assertThat(scale.logarithmic()).isTrue();
    assertThat(scale.share(0)).isZero();
    assertThat(scale.share(1)).isEqualTo(0.25, within(1e-9));
    assertThat(scale.share(1000)).isEqualTo(1, within(1e-9));
    assertThat(scale.ticks()).hasSize(5).first().isEqualTo(0.1);
  }

  @Test
  void hasRoomForNothing() {
    assertThat(ChartScale.of(List.of(0.0)).share(0)).isZero();
    assertThat(ChartScale.of(List.of()).ticks()).isNotEmpty();
  }
}
