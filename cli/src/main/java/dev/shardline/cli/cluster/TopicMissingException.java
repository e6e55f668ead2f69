package dev.shardline.cli.cluster;

/** The cluster lacks a topic. */
public final class TopicMissingException extends ClusterException {

  private static final long serialVersionUID = 1L;

  TopicMissingException(String message) {
    super(message);
  }
}
