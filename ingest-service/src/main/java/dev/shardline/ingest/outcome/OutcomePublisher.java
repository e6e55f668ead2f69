package dev.shardline.ingest.outcome;

import dev.shardline.contracts.source.SourceOutcome;

/** Tells what became of a request. */
@FunctionalInterface
public interface OutcomePublisher {

  /** Returns once the outcome is durable; waits for a broker that is away. */
  void publish(SourceOutcome outcome);
}
