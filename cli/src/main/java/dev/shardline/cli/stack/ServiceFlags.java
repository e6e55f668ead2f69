package dev.shardline.cli.stack;

import java.util.List;

/** What the services' JVMs are given on a machine that they share with everything else. */
final class ServiceFlags {

  /**
   * Waits for sockets most of the time. The quick compiler alone starts sooner and takes less
   * memory, and there is no arithmetic that would want the optimising one.
   */
  static final List<String> INGEST =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  /**
   * Multiplies long integers, so it keeps the optimising compiler. A computation makes few, large
   * objects of short life: the serial collector deals with them as well as G1, in less memory and
   * without threads that would take the cores from the shards.
   */
  static final List<String> TRANSFORM = List.of("-Xmx1g", "-XX:+UseSerialGC", "-Xshare:auto");

  private ServiceFlags() {}
}
