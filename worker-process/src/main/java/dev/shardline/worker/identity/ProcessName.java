package dev.shardline.worker.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this process is called where nobody named it. */
public final class ProcessName {

  private ProcessName() {}

  /** Host and process id, with a hyphen between them. */
  public static String ofThisProcess() {
    return host() + "-" + ProcessHandle.current().pid();
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
