package dev.shardline.ingest.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This process, as people look for it. */
public final class WorkerId {

  private WorkerId() {}

  /** The configured name, or host and process id. */
  public static String of(IngestSettings settings) {
    return settings.workerId().orElseGet(() -> host() + "-" + ProcessHandle.current().pid());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A host whose own name does not resolve, which is common in containers.
      return "localhost";
    }
  }
}
