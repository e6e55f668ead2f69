package dev.shardline.contracts.json;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;

/** A record's value is not a message of its topic. */
public final class InvalidMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  InvalidMessageException(Reason reason, String message) {
    super(message);
    this.failure = new Failure(reason, message);
  }

  /** What is wrong with it: the field, what was expected, and what was there. */
  public Failure failure() {
    return failure;
  }
}
