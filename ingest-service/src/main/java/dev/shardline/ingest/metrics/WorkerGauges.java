package dev.shardline.ingest.metrics;

import dev.shardline.ingest.request.RequestTally;
import dev.shardline.ingest.settings.IngestSettings;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this worker is, and is at, whenever metrics are read. */
@ApplicationScoped
public class WorkerGauges {

  private static final String SERVICE = "ingest-service";

  private final String version;

  WorkerGauges(@ConfigProperty(name = "quarkus.application.version") String version) {
    this.version = version;
  }

  void register(
      @Observes StartupEvent event,
      MeterRegistry registry,
      IngestSettings settings,
      RequestTally tally) {
    FunctionCounter.builder("shardline.ingest.requests.taken", tally, RequestTally::taken)
        .register(registry);
    Gauge.builder("shardline.ingest.requests.held", tally, RequestTally::held).register(registry);
    int workers = settings.workers();
    Gauge.builder("shardline.ingest.workers", () -> workers).register(registry);
    Gauge.builder("shardline.build.info", () -> 1)
        .tag("service", SERVICE)
        .tag("version", version)
        .register(registry);
  }
}
