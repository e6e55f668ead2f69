package dev.shardline.transform.computation;

/** A transformation could not compute a number now; another attempt may. */
final class TransformNotNowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with a message that was written by whom it may be. */
  TransformNotNowException(String message, Throwable cause) {
    super(FailureText.fitForRecords(message), cause);
  }
}
