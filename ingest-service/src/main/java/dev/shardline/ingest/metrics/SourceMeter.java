package dev.shardline.ingest.metrics;

import java.time.Duration;

/**
 * Counts what became of requests. Its callers see to it that the texts are few: each is kept for as
 * long as the process runs. Implementations are thread-safe, and throw nothing.
 */
public interface SourceMeter {

  /**
   * A source was tried.
   *
   * @param source its name
   * @param attempts how often, 1 or above
   * @param lastFetch how long the last fetch took
   */
  void tried(String source, int attempts, Duration lastFetch);

  /** An outcome became durable, so long after it was handed over. */
  void published(Duration took);

  /**
   * A request was answered with success.
   *
   * @param source the source's name
   * @param bytes how many were stored for it, 0 or above
   */
  void ingested(String source, long bytes);

  /**
   * A request was answered with a failure.
   *
   * @param source the source's name
   * @param reason the failure's code
   */
  void failed(String source, String reason);
}
