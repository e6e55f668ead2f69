package dev.shardline.cli.cluster;

import org.jspecify.annotations.Nullable;

/** The cluster lacks a topic. */
public final class TopicMissingException extends ClusterException {

  private static final long serialVersionUID = 1L;

  TopicMissingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
