package dev.shardline.cli.cluster;

/** The cluster does not know the client, or does not let it do what it asked for. */
public final class AccessRefusedException extends ClusterException {

  private static final long serialVersionUID = 1L;

  AccessRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
