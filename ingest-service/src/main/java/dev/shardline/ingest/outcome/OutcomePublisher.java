package dev.shardline.ingest.outcome;

import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.tracing.TraceContext;

/** Tells what became of a request. */
@FunctionalInterface
public interface OutcomePublisher {

  /**
   * Returns once the outcome is durable; waits for a broker that is away.
   *
   * @param trace what its record carries of the trace that it belongs to
   */
  void publish(SourceOutcome outcome, TraceContext trace);
}
