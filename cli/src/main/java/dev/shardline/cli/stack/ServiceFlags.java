package dev.shardline.cli.stack;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the services' JVMs are given on a machine that they share with everything else. */
public final class ServiceFlags {

  /** glibc keeps an arena for each of a few threads otherwise, 4 MB that a JVM has no use for. */
  static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1");

  /**
   * The serial collector takes the least memory and no core of its own. The AOT cache is mapped
   * where it was recorded for: its pages stay those of the file, shared by all processes of a
   * service and given up by the kernel when memory is short, 27 to 33 MB of each process that would
   * be its own otherwise. What the native heap has free goes back to the kernel.
   */
  private static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          "-XX:TrimNativeHeapInterval=4000");

  /**
   * Waits for sockets most of the time. The quick compiler alone starts sooner and takes less
   * memory, and there is no arithmetic that would want the optimising one.
   */
  static final List<String> INGEST = with("-Xms16m", "-Xmx256m", "-XX:TieredStopAtLevel=1");

  /**
   * Multiplies long integers, so it keeps the optimising compiler. A computation makes few, large
   * objects of short life: the serial collector deals with them in no more CPU time than G1, in a
   * fraction of the memory, and without threads that would take the cores from the shards. A small
   * heap to begin with is collected before it has grown for nothing. Resident memory on JDK 25 and
   * 2 cores, idle and after eight shards of about 200,000, of a build without AOT cache: 135 and
   * 414 MB with G1 and 1 GB, 154 and 263 MB with the serial collector, 122 and 194 MB with a small
   * beginning too.
   *
   * <p>The AOT cache holds no profiles of the training run. With them it is 6 MB larger, all of it
   * resident, and the compilers take half as much CPU time again until the first result; without
   * them the first 50,000 tiny shards take a fifth longer.
   */
  public static final List<String> TRANSFORM = with("-Xms16m", "-Xmx1g", "-XX:-AOTRecordTraining");

  /**
   * Looks every few seconds: little memory matters more than speed. The serial collector lets a
   * heap grow to its limit before it collects what has grown old, so the limit is what the heap
   * takes. Live are 12 MB with 1,000 partitions watched and 13 MB with 3,000, and a reading leaves
   * 0.5 and 5 MB to be collected later; with a limit of 20 MB, 3,000 partitions had it collected
   * after each reading, for 1 MB less resident. What is free of it is given back. One thread
   * compiles, and only what is called often. Compact object headers would save less of the heap
   * than the cache grows by, whose classes they align to 1 kB: 3 MB more resident. Resident memory
   * on JDK 25 with 1,000 partitions watched, the page open and metrics and health asked for: 115 MB
   * in the median and up to 119 MB, of them 59 MB the process's own and the rest pages of the AOT
   * cache and the JVM's libraries. The metadata of 7,800 classes is half of all that, and half of
   * those are the Kafka client's by size.
   */
  static final List<String> MONITOR =
      with(
          "-Xms8m",
          "-Xmn3m",
          "-Xmx24m",
          "-XX:TieredStopAtLevel=1",
          "-XX:CICompilerCount=1",
          "-XX:CompileThresholdScaling=5",
          "-XX:-AOTRecordTraining",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-XX:-ShrinkHeapInSteps");

  private ServiceFlags() {}

  private static List<String> with(String... own) {
    return Stream.concat(COMMON.stream(), Stream.of(own)).toList();
  }
}
