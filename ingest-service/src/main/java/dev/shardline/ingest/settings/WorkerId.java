package dev.shardline.ingest.settings;

import dev.shardline.worker.identity.ProcessName;

/** This process, as people look for it. */
public final class WorkerId {

  private WorkerId() {}

  /** The configured name, or host and process id. */
  public static String of(IngestSettings settings) {
    return settings.workerId().orElseGet(ProcessName::ofThisProcess);
  }
}
