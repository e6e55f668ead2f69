package dev.shardline.ingest.outcome;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request cannot be ingested, and its outcome says why. An {@link IOException}, so that it passes
 * through the streams that a body runs through.
 */
public final class IngestFailedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /**
   * @param reason for programs
   * @param message for people; without secrets, as it is published
   * @param cause what led to it, where that is an exception
   */
  public IngestFailedException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.failure = new Failure(reason, message);
  }

  /** A failure that begins here. */
  public IngestFailedException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** What the outcome says. */
  public Failure failure() {
    return failure;
  }
}
