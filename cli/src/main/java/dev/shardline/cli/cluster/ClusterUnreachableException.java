package dev.shardline.cli.cluster;

/** No broker answered in time. */
public final class ClusterUnreachableException extends ClusterException {

  private static final long serialVersionUID = 1L;

  ClusterUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
