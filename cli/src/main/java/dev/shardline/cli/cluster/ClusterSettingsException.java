package dev.shardline.cli.cluster;

import org.jspecify.annotations.Nullable;

/** How the cluster is to be reached makes no sense; the message names what and why. */
public final class ClusterSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClusterSettingsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
