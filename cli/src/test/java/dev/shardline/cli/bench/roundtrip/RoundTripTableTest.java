package dev.shardline.cli.bench.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.bench.report.Measured;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundTripTableTest {

  @Test
  void comparesOneShardAndTheReferenceJobWithTheRawLoop() {
    Measured measured = RoundTripTable.of(10, 100, latencies(2), latencies(3), latencies(6));

    assertThat(measured.lines())
        .containsExactly(
            "raw share loop, one shard there and back     p50    2.0 ms   p99   20.0 ms",
            "one shard there and back                     p50    3.0 ms   p99   30.0 ms",
            "reference job, first send to fourth result   p50    6.0 ms   p99   60.0 ms",
            "one shard over the raw share loop, p50: 1.50 (to be at most 1.30)",
            "ratio of the medians: 3.00");
    assertThat(measured.report().figures())
        .hasSize(6)
        .allMatch(figure -> figure.rounds().size() == 100);
  }

  /** Ninety-eight of that time, two of ten times that. */
  private static Latencies latencies(int millis) {
    Latencies latencies = new Latencies();
    for (int i = 0; i < 100; i++) {
      latencies.add(Duration.ofMillis(i < 98 ? millis : 10L * millis));
    }
    return latencies;
  }
}
