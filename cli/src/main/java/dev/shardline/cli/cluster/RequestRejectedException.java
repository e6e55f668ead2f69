package dev.shardline.cli.cluster;

import org.jspecify.annotations.Nullable;

/** The cluster understood the request and does not carry it out. */
public final class RequestRejectedException extends ClusterException {

  private static final long serialVersionUID = 1L;

  RequestRejectedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
