package dev.shardline.ingest.request;

import dev.shardline.contracts.source.SourceOutcome;
import java.time.Duration;

/** Where a request is after an attempt. */
public sealed interface Progress {

  /**
   * It has its outcome, and all that came of it is durable: its record may be acknowledged.
   *
   * @param outcome what was published
   */
  record Answered(SourceOutcome outcome) implements Progress {}

  /**
   * Nothing was published, and it is to be tried again.
   *
   * @param delay how long to wait
   */
  record Waiting(Duration delay) implements Progress {}
}
