package dev.shardline.cli.stack;

import java.util.List;
import java.util.Map;

/** What the services' JVMs are given on a machine that they share with everything else. */
final class ServiceFlags {

  /** glibc keeps an arena for each of a few threads otherwise, 4 MB that a JVM has no use for. */
  static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1");

  /**
   * Waits for sockets most of the time. The quick compiler alone starts sooner and takes less
   * memory, and there is no arithmetic that would want the optimising one.
   */
  static final List<String> INGEST =
      List.of("-Xms16m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /**
   * Multiplies long integers, so it keeps the optimising compiler. A computation makes few, large
   * objects of short life: the serial collector deals with them in no more CPU time than G1, in a
   * fraction of the memory, and without threads that would take the cores from the shards. A small
   * heap to begin with is collected before it has grown for nothing. Resident memory on JDK 25 and
   * 2 cores, idle and after eight shards of about 200,000: 135 and 414 MB with G1 and 1 GB, 154 and
   * 263 MB with the serial collector, 122 and 194 MB with a small beginning too.
   */
  static final List<String> TRANSFORM = List.of("-Xms32m", "-Xmx1g", "-XX:+UseSerialGC");

  /**
   * Looks every few seconds: little memory matters more than speed. Resident memory on JDK 25 with
   * 1,000 partitions watched: 141 MB with the first four alone, 131 MB with all; of it the live
   * heap is 13 MB, what the classes of frameworks and clients take about 60 MB.
   */
  static final List<String> MONITOR =
      List.of(
          "-Xms8m",
          "-Xmx64m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20");

  private ServiceFlags() {}
}
