package dev.shardline.transform;

/**
 * A computation failed for a reason that may pass, such as a service that did not answer: the shard
 * is tried again after a while, as often as {@code transform.max-attempts} allows. Everything else
 * that a {@link Transformation} throws fails its shard at once.
 */
public class RetryableException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * A failure with a message for people, which the shard's result carries if no attempt is left.
   */
  public RetryableException(String message) {
    super(message);
  }

  /** A failure with a message for people and its cause, which is logged. */
  public RetryableException(String message, Throwable cause) {
    super(message, cause);
  }
}
