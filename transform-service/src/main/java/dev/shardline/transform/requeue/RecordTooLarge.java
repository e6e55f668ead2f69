package dev.shardline.transform.requeue;

/** A record that cannot be put back: with its headers it is larger than its topic takes. */
public final class RecordTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says of which topic, and why. */
  public RecordTooLarge(String topic, Throwable cause) {
    super("too large for the topic " + topic + ": " + cause.getMessage(), cause);
  }
}
