package dev.shardline.worker.start;

import java.lang.management.ManagementFactory;

/**
 * Begins on a thread of its own what the service would have to wait for later: the JVM's management
 * server, with which every Kafka client registers.
 */
public final class HeadStart {

  private HeadStart() {}

  /** Returns at once. To be called first, as it decides what {@link LeanManagement} leaves out. */
  public static void begin() {
    LeanManagement.choose();
    Thread.ofPlatform()
        .daemon()
        .name("head-start")
        .start(ManagementFactory::getPlatformMBeanServer);
  }
}
