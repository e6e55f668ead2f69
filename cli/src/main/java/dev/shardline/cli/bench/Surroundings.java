package dev.shardline.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark ran on, without which its figures say nothing.
 *
 * @param time when it began, whole seconds
 * @param cores that this process may use
 * @param cpu what the processor calls itself
 * @param memoryBytes of the machine, or what a container leaves of it
 * @param os name, version and architecture of the operating system
 * @param jdk version of this process's JDK, on which its children run too
 * @param shardline version of this build
 * @param broker version of the Kafka broker; null if there is none
 * @param loadBefore how many processes wanted a core in the minute before: far above zero, the
 *     figures tell of them too. Negative where it is not known
 */
public record Surroundings(
    Instant time,
    int cores,
    String cpu,
    long memoryBytes,
    String os,
    String jdk,
    String shardline,
    @Nullable String broker,
    double loadBefore) {

  private static final double GIB = 1024.0 * 1024 * 1024;

  /**
   * Those of now, without a broker.
   *
   * @param shardline version of this build
   */
  public static Surroundings now(String shardline) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Surroundings(
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Runtime.getRuntime().availableProcessors(),
        CpuModel.ofMachine(),
        system.getTotalMemorySize(),
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")),
        Runtime.version().toString(),
        shardline,
        null,
        system.getSystemLoadAverage());
  }

  /** The same with a broker. */
  public Surroundings with(@Nullable String brokerVersion) {
    return new Surroundings(
        time, cores, cpu, memoryBytes, os, jdk, shardline, brokerVersion, loadBefore);
  }

  /** Two lines. */
  public List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT,
            "%d cores, %s %s, JDK %s, %s; load average before: %.1f",
            cores,
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            jdk,
            broker == null ? "no broker" : "Kafka broker " + broker,
            loadBefore),
        String.format(
            Locale.ROOT,
            "%s, %.1f GiB, %s, shardline %s, %s",
            cpu,
            memoryBytes / GIB,
            os,
            shardline,
            time));
  }
}
