package dev.shardline.ingest.outcome;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request cannot be ingested, and its outcome says why. An {@link IOException}, so that it passes
 * through the streams that a body runs through.
 */
public final class IngestFailedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final boolean mayPass;
  private final @Nullable Duration retryAfter;

  /**
   * A failure that every further attempt would meet again.
   *
   * @param reason for programs
   * @param message for people; without secrets, as it is published
   * @param cause what led to it, where that is an exception
   */
  public IngestFailedException(Reason reason, String message, @Nullable Throwable cause) {
    this(reason, message, cause, false, null);
  }

  /** A lasting failure that begins here. */
  public IngestFailedException(Reason reason, String message) {
    this(reason, message, null);
  }

  private IngestFailedException(
      Reason reason,
      String message,
      @Nullable Throwable cause,
      boolean mayPass,
      @Nullable Duration retryAfter) {
    super(message, cause);
    this.failure = new Failure(reason, message);
    this.mayPass = mayPass;
    this.retryAfter = retryAfter;
  }

  /** A failure that a further attempt may not meet. */
  public static IngestFailedException passing(
      Reason reason, String message, @Nullable Throwable cause) {
    return new IngestFailedException(reason, message, cause, true, null);
  }

  /**
   * A failure that may pass, of a source that may have said when.
   *
   * @param retryAfter how long the source asks not to be tried again; empty: it does not say
   */
  public static IngestFailedException passing(
      Reason reason, String message, Optional<Duration> retryAfter) {
    return new IngestFailedException(reason, message, null, true, retryAfter.orElse(null));
  }

  /** What the outcome says. */
  public Failure failure() {
    return failure;
  }

  /** Whether a further attempt may succeed. */
  public boolean mayPass() {
    return mayPass;
  }

  /** How long the source asks not to be tried again, where it does. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
