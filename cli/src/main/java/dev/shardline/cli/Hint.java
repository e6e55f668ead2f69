package dev.shardline.cli;

import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.contracts.job.JobId;

/** Commands to type next, complete, so that they can be copied. */
final class Hint {

  private Hint() {}

  /** The command that waits for the rest of a job. */
  static String follow(JobId job, ClusterSettings settings) {
    return complete("results " + job + " --follow", settings);
  }

  /** A command with the option that names the cluster, where that is not the default. */
  static String complete(String command, ClusterSettings settings) {
    boolean isDefault = settings.bootstrapServer().equals(ClusterSettings.DEFAULT_BOOTSTRAP_SERVER);
    return "./shardline "
        + command
        + (isDefault ? "" : " --bootstrap-server " + settings.bootstrapServer());
  }
}
