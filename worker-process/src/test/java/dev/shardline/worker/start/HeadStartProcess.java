package dev.shardline.worker.start;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** A process with a head start; prints what its management server holds. */
final class HeadStartProcess {

  private HeadStartProcess() {}

  public static void main(String[] args) throws Exception {
    HeadStart.begin();
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName name : server.queryNames(null, null)) {
      System.out.println(name);
    }
    System.out.println(
        "threads "
            + server.getAttribute(new ObjectName("java.lang:type=Threading"), "ThreadCount"));
  }
}
