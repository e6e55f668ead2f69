package dev.shardline.cli.cluster;

/** The cluster could not do what was asked; the message says what to do next, in one line. */
public abstract sealed class ClusterException extends RuntimeException
    permits ClusterUnreachableException, AccessRefusedException, TopicMissingException {

  private static final long serialVersionUID = 1L;

  ClusterException(String message, Throwable cause) {
    super(message, cause);
  }

  ClusterException(String message) {
    super(message);
  }
}
