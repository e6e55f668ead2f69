package dev.shardline.ingest.progress;

import dev.shardline.contracts.job.SourceId;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Measures how bodies grow. Thread-safe. */
public final class ProgressMeter {

  private final ProgressPublisher publisher;
  private final Duration interval;
  private final InstantSource clock;

  /**
   * @param publisher is told how far each body is
   * @param interval how often at most, and so also how long a fetch goes on before anything is told
   *     of it; zero: never
   * @param clock measures the interval, and dates what is told
   */
  public ProgressMeter(ProgressPublisher publisher, Duration interval, InstantSource clock) {
    this.publisher = publisher;
    this.interval = interval;
    this.clock = clock;
  }

  /**
   * Measures what is written from now on. A source that sends nothing is not told of.
   *
   * @param body takes the bytes
   * @param id for which request
   * @param attempt which attempt at fetching it, from 1
   * @return takes the bytes in the place of {@code body}; for one thread
   */
  public OutputStream around(OutputStream body, SourceId id, int attempt) {
    return interval.isZero()
        ? body
        : new MeteredStream(body, id, attempt, publisher, interval, clock);
  }
}
