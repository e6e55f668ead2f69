package dev.shardline.cli.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void countsWhatCameAfterTheFirstMillisecond() {
    Pace pace = Pace.of(List.of(100L, 100L, 100L, 150L, 200L, 300L, 300L));

    assertThat(pace.whole()).isEqualTo(4 * 1000.0 / 200);
  }

  @Test
  void tellsTheLaterHalfApart() {
    Pace pace = Pace.of(List.of(3010L, 0L, 2000L, 1000L, 3000L, 3020L, 3030L));

    assertThat(pace.whole()).isEqualTo(6 * 1000.0 / 3030);
    assertThat(pace.laterHalf()).isEqualTo(3 * 1000.0 / 30);
  }

  @Test
  void isZeroWhereEverythingCameAtOnce() {
    assertThat(Pace.of(List.of(5L, 5L))).isEqualTo(new Pace(0, 0));
  }
}
