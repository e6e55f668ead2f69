package dev.shardline.transform.metrics;

import dev.shardline.transform.settings.CpuSlots;
import dev.shardline.transform.settings.TransformSettings;
import dev.shardline.transform.shard.RunningShards;
import dev.shardline.transform.shard.ShardTally;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this worker is, and is at, whenever metrics are read. */
@ApplicationScoped
public class WorkerGauges {

  private static final String SERVICE = "transform-service";

  private final String version;

  WorkerGauges(@ConfigProperty(name = "quarkus.application.version") String version) {
    this.version = version;
  }

  void register(
      @Observes StartupEvent event,
      MeterRegistry registry,
      TransformSettings settings,
      ShardTally tally,
      RunningShards running) {
    Gauge.builder("shardline.shards.held", tally, ShardTally::held).register(registry);
    Gauge.builder("shardline.shards.running", running, RunningShards::count).register(registry);
    int slots = CpuSlots.of(settings.slots()).count();
    Gauge.builder("shardline.slots", () -> slots).register(registry);
    Gauge.builder("shardline.build.info", () -> 1)
        .tag("service", SERVICE)
        .tag("version", version)
        .register(registry);
  }
}
