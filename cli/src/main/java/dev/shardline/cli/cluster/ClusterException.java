package dev.shardline.cli.cluster;

import org.jspecify.annotations.Nullable;

/** The cluster could not do what was asked; the message says what to do next, in one line. */
public abstract sealed class ClusterException extends RuntimeException
    permits ClusterUnreachableException,
        AccessRefusedException,
        TopicMissingException,
        RequestRejectedException {

  private static final long serialVersionUID = 1L;

  ClusterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
