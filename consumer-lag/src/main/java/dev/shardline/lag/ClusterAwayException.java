package dev.shardline.lag;

/** The cluster does not answer, so that nothing is known of any group. */
public class ClusterAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened, for a person to read
   * @param cause from the Kafka client
   */
  public ClusterAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
