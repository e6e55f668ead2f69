package dev.shardline.cli;

import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.contracts.job.JobId;

/** Commands to type next, complete, so that they can be copied. */
final class Hint {

  private Hint() {}

  /** The command that waits for the rest of a job. */
  static String follow(JobId job, ClusterSettings settings) {
    boolean isDefault = settings.bootstrapServer().equals(ClusterSettings.DEFAULT_BOOTSTRAP_SERVER);
    return "./shardline results "
        + job
        + " --follow"
        + (isDefault ? "" : " --bootstrap-server " + settings.bootstrapServer());
  }
}
