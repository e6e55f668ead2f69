package dev.shardline.ingest.metrics;

import dev.shardline.contracts.source.Fetch;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.outcome.OutcomePublisher;
import dev.shardline.tracing.TraceContext;
import dev.shardline.worker.metrics.BoundedNames;
import java.time.Duration;

/** Counts outcomes once they are durable. Thread-safe. */
public final class MeteredOutcomes implements OutcomePublisher {

  /** All sources beyond those that are counted apart. */
  static final String OTHER_SOURCES = "other";

  /** All reasons beyond {@link #MAX_REASONS}. */
  static final String OTHER_REASONS = "OTHER";

  /** The service has about half as many; the set is open. */
  static final int MAX_REASONS = 64;

  private final OutcomePublisher outcomes;
  private final SourceMeter meter;
  private final BoundedNames sources;
  private final BoundedNames reasons = new BoundedNames(MAX_REASONS, OTHER_REASONS);

  /**
   * Nothing counted yet.
   *
   * @param outcomes makes them durable
   * @param meter counts them
   * @param maxSources how many sources are counted apart, 0 or above: the first that come
   */
  public MeteredOutcomes(OutcomePublisher outcomes, SourceMeter meter, int maxSources) {
    this.outcomes = outcomes;
    this.meter = meter;
    this.sources = new BoundedNames(maxSources, OTHER_SOURCES);
  }

  @Override
  public void publish(SourceOutcome outcome, TraceContext trace) {
    long sent = System.nanoTime();
    outcomes.publish(outcome, trace);
    meter.published(Duration.ofNanos(System.nanoTime() - sent));
    String source = sources.of(outcome.id().source());
    Fetch fetch = outcome.fetch();
    if (fetch.attempts() > 0) {
      meter.tried(source, fetch.attempts(), fetch.duration());
    }
    switch (outcome) {
      case SourceOutcome.Ingested ingested -> {
        boolean stored = !ingested.object().unchanged();
        meter.ingested(source, stored ? ingested.object().bytes() : 0);
      }
      case SourceOutcome.Failed failed ->
          meter.failed(source, reasons.of(failed.failure().reason().code()));
    }
  }
}
