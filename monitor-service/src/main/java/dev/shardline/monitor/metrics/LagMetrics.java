package dev.shardline.monitor.metrics;

import dev.shardline.monitor.activity.Activity;
import dev.shardline.monitor.group.LagWatch;
import dev.shardline.monitor.job.Answer;
import dev.shardline.monitor.worker.InFlight;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.prometheus.client.CollectorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What Prometheus gets. */
@ApplicationScoped
public class LagMetrics {

  private final LagWatch watch;
  private final Timer readings;

  LagMetrics(
      MeterRegistry registry,
      CollectorRegistry collectors,
      LagWatch watch,
      InFlight inFlight,
      Activity activity,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.watch = watch;
    this.readings =
        Timer.builder("shardline.monitor.reading")
            .description("How long reading lag took")
            .register(registry);
    FunctionCounter.builder("shardline.monitor.admin.calls", watch, LagWatch::adminCalls)
        .description("Calls to the cluster's administration")
        .register(registry);
    Gauge.builder("shardline.build.info", () -> 1)
        .tags("service", "monitor-service", "version", version)
        .register(registry);
    for (Answer answer : Answer.values()) {
      FunctionCounter.builder(
              "shardline.results.seen", activity, each -> each.totals().shards(answer))
          .tag("status", answer.name())
          .description("Results read since the beginning of the window")
          .register(registry);
    }
    for (Answer answer : new Answer[] {Answer.DONE, Answer.FAILED}) {
      FunctionCounter.builder(
              "shardline.outcomes.seen", activity, each -> each.totals().sources(answer))
          .tag("status", answer == Answer.DONE ? "INGESTED" : "FAILED")
          .description("Outcomes read since the beginning of the window")
          .register(registry);
    }
    FunctionCounter.builder(
            "shardline.results.repeated", activity, each -> each.totals().repeated())
        .description("Results read whose attempt was above one")
        .register(registry);
    new Standings(watch, inFlight, activity, InstantSource.system()).register(collectors);
  }

  /** There was a reading. */
  public void update() {
    watch.took().ifPresent(readings::record);
  }
}
