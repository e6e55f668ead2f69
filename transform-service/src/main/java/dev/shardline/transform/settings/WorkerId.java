package dev.shardline.transform.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This process, as results and dead letters name it. */
public final class WorkerId {

  private WorkerId() {}

  /** The configured name, or host and process id. */
  public static String of(TransformSettings settings) {
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
