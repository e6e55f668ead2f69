package dev.shardline.transform.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this process is called in results and dead letters. */
final class WorkerName {

  private WorkerName() {}

  /** Host name and process id. */
  static String ofProcess() {
    return host() + "-" + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
