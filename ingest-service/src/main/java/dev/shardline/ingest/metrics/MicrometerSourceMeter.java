package dev.shardline.ingest.metrics;

import dev.shardline.worker.metrics.DurationBuckets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts in Micrometer's registry, from which metrics are read. */
@ApplicationScoped
public class MicrometerSourceMeter implements SourceMeter {

  private static final String SOURCE = "source";

  private final MeterRegistry registry;

  MicrometerSourceMeter(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void tried(String source, int attempts, Duration lastFetch) {
    registry.counter("shardline.ingest.attempts", SOURCE, source).increment(attempts);
    histogram("shardline.ingest.fetch").tag(SOURCE, source).register(registry).record(lastFetch);
  }

  @Override
  public void ingested(String source, long bytes) {
    registry.counter("shardline.ingest.bytes", SOURCE, source).increment((double) bytes);
    answered(source, "INGESTED");
  }

  @Override
  public void failed(String source, String reason) {
    registry.counter("shardline.ingest.failures", SOURCE, source, "reason", reason).increment();
    answered(source, "FAILED");
  }

  @Override
  public void published(Duration took) {
    histogram("shardline.ingest.publish").register(registry).record(took);
  }

  private static Timer.Builder histogram(String name) {
    return Timer.builder(name).serviceLevelObjectives(DurationBuckets.bounds());
  }

  private void answered(String source, String status) {
    registry.counter("shardline.ingest.outcomes", SOURCE, source, "status", status).increment();
  }
}
