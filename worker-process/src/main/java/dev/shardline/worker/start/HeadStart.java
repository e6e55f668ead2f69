package dev.shardline.worker.start;

import java.lang.management.ManagementFactory;

/**
 * Begins on a thread of its own what the service would have to wait for later: the JVM's management
 * server, with which every Kafka client registers. It describes each of the JVM's diagnostic
 * commands, for which it reads the settings of the flight recorder, and takes a tenth of a second.
 */
public final class HeadStart {

  private HeadStart() {}

  /** Returns at once. */
  public static void begin() {
    Thread.ofPlatform()
        .daemon()
        .name("head-start")
        .start(ManagementFactory::getPlatformMBeanServer);
  }
}
