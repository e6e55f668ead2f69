package dev.shardline.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerSourceMeterTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SourceMeter meter = new MicrometerSourceMeter(registry);

  @Test
  void addsUpWhatASourceTook() {
    meter.tried("crm", 2, Duration.ofMillis(1500));
    meter.tried("crm", 1, Duration.ofMillis(500));
    meter.tried("shop", 1, Duration.ofMillis(1));
    meter.ingested("crm", 40);
    meter.ingested("crm", 2);

    assertThat(count("shardline.ingest.attempts", "source", "crm")).isEqualTo(3);
    assertThat(count("shardline.ingest.bytes", "source", "crm")).isEqualTo(42);
    var fetches = registry.get("shardline.ingest.fetch").tag("source", "crm").timer();
    assertThat(fetches.count()).isEqualTo(2);
    assertThat(fetches.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void tellsFailuresApart() {
    meter.failed("crm", "TIMEOUT");
    meter.failed("crm", "TIMEOUT");
    meter.failed("crm", "FORBIDDEN");
    meter.ingested("crm", 0);

    assertThat(count("shardline.ingest.failures", "source", "crm", "reason", "TIMEOUT"))
        .isEqualTo(2);
    assertThat(count("shardline.ingest.outcomes", "source", "crm", "status", "FAILED"))
        .isEqualTo(3);
    assertThat(count("shardline.ingest.outcomes", "source", "crm", "status", "INGESTED"))
        .isEqualTo(1);
  }

  private double count(String name, String... labels) {
    return registry.get(name).tags(labels).counter().count();
  }
}
