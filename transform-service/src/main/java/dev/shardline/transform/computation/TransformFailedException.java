package dev.shardline.transform.computation;

/** A transformation cannot compute a number. */
final class TransformFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with a message that was written by whom it may be. */
  TransformFailedException(String message) {
    super(FailureText.fitForRecords(message));
  }
}
