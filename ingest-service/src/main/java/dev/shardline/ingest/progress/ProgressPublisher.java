package dev.shardline.ingest.progress;

import dev.shardline.contracts.source.SourceProgress;

/** Tells how far a fetch is, at best effort: nothing but a line on a screen depends on it. */
@FunctionalInterface
public interface ProgressPublisher {

  /** Takes it or drops it: never waits, and never throws. Thread-safe. */
  void publish(SourceProgress progress);
}
