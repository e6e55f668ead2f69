package dev.shardline.transform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.transform.shard.ShardEnd;
import dev.shardline.transform.shard.ShardEnd.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MicrometerShardMeterTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerShardMeter meter = new MicrometerShardMeter(registry);

  @Test
  void tellsAnswersApart() {
    meter.ended(new ShardEnd.Answered(Status.DONE, "same", null));
    meter.ended(new ShardEnd.Answered(Status.DONE, "same", null));
    meter.ended(new ShardEnd.Answered(Status.FAILED, "same", "DEADLINE"));
    meter.ended(new ShardEnd.Answered(Status.FAILED, null, "NOT_JSON"));
    meter.ended(ShardEnd.MOVED);

    assertThat(answered("DONE", "same")).isEqualTo(2);
    assertThat(answered("FAILED", "same")).isEqualTo(1);
    assertThat(answered("FAILED", "none")).isEqualTo(1);
    assertThat(
            registry.get("shardline.shards.failures").tag("reason", "DEADLINE").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("shardline.shards.moved").counter().count()).isEqualTo(1);
  }

  @Test
  void countsAsRepeatedWhatIsNoFirstAttempt() {
    meter.begun(Duration.ofMillis(5), 1);
    meter.begun(Duration.ofMillis(5), 2);
    meter.begun(Duration.ofMillis(5), 3);

    assertThat(registry.get("shardline.shards.repeated").counter().count()).isEqualTo(2);
    assertThat(registry.get("shardline.shard.wait").timer().count()).isEqualTo(3);
  }

  @Test
  void keepsNoMoreTransformationsReasonsAndEnginesApartThanThereMayBe() {
    for (int i = 0; i < 1000; i++) {
      meter.ended(new ShardEnd.Answered(Status.FAILED, "made-up-" + i, "REASON_" + i));
      meter.computed("made-up-" + i, Duration.ofMillis(1));
      meter.valued("made-up-" + i);
    }

    assertThat(registry.find("shardline.shards.answered").counters())
        .hasSize(MicrometerShardMeter.MAX_TRANSFORMS + 1)
        .extracting(Counter::getId)
        .extracting((Meter.Id id) -> id.getTag("transform"))
        .contains("made-up-0", "other");
    assertThat(registry.find("shardline.shard.compute").timers())
        .hasSize(MicrometerShardMeter.MAX_TRANSFORMS + 1);
    assertThat(registry.find("shardline.shards.failures").counters())
        .hasSize(MicrometerShardMeter.MAX_REASONS + 1);
    assertThat(registry.find("shardline.shards.values").counters())
        .hasSize(MicrometerShardMeter.MAX_ENGINES + 1);
  }

  private double answered(String status, String transform) {
    return registry
        .get("shardline.shards.answered")
        .tags("status", status, "transform", transform)
        .counter()
        .count();
  }
}
