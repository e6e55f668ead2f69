package dev.shardline.transform.settings;

import dev.shardline.worker.identity.ProcessName;

/** This process, as results and dead letters name it. */
public final class WorkerId {

  private WorkerId() {}

  /** The configured name, or host and process id. */
  public static String of(TransformSettings settings) {
    return settings.workerId().orElseGet(ProcessName::ofThisProcess);
  }
}
