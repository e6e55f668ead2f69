package dev.shardline.ingest.outcome;

import dev.shardline.contracts.source.Fetch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Notes how the source of one request was fetched. For one thread at a time. */
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

  /** Counts an attempt. */
  public void beginAttempt() {
    attempts++;
  }

  /** The attempt was put off before anything was asked. */
  public void takeBackAttempt() {
    attempts--;
  }

  /**
   * Fetches and stores, and notes how long it took.
   *
   * @return what was stored
   * @throws IOException what the fetch threw
   */
  public <T> T fetch(Fetching<T> fetching) throws IOException {
    Instant from = clock.instant();
    try {
      return fetching.run();
    } finally {
      duration = Duration.between(from, clock.instant());
    }
  }

  /** How many attempts were made so far. */
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
  public interface Fetching<T> {

    /** Runs once. */
    T run() throws IOException;
  }
}
