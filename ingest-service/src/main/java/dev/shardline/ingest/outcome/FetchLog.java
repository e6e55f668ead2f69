package dev.shardline.ingest.outcome;

import dev.shardline.contracts.source.Fetch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Notes how the source of one request was fetched. For one thread. */
public final class FetchLog {

  private final Clock clock;
  private final Instant startedAt;
  private int attempts;
  private Duration duration = Duration.ZERO;

  private FetchLog(Clock clock) {
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /** Begins when work on the request begins. */
  public static FetchLog start(Clock clock) {
    return new FetchLog(clock);
  }

  /**
   * Makes an attempt to fetch and store, and notes that it was made and how long it took.
   *
   * @return what the attempt returned
   * @throws IOException what the attempt threw
   */
  public <T> T attempt(Attempt<T> attempt) throws IOException {
    attempts++;
    Instant from = clock.instant();
    try {
      return attempt.run();
    } finally {
      duration = Duration.between(from, clock.instant());
    }
  }

  /** How often the source was tried so far. */
  public int attempts() {
    return attempts;
  }

  /** Ends now: what the outcome says. */
  public Fetch finish() {
    return new Fetch(attempts, duration, startedAt, clock.instant());
  }

  /**
   * Fetches and stores a body.
   *
   * @param <T> what is stored
   */
  @FunctionalInterface
  public interface Attempt<T> {

    /** Runs once. */
    T run() throws IOException;
  }
}
