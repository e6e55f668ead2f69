package dev.shardline.cli.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a benchmark ran on, without which its figures say nothing. */
public final class Surroundings {

  private Surroundings() {}

  /**
   * One line.
   *
   * @param brokerVersion which Kafka the broker is
   * @param load the machine's {@linkplain #load() load} before
   */
  public static String line(String brokerVersion, double load) {
    return String.format(
        Locale.ROOT,
        "%d cores, %s %s, JDK %s, Kafka broker %s; load average before: %.1f",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        brokerVersion,
        load);
  }

  /**
   * How many processes wanted a core in the last minute: far above zero before a benchmark, its
   * figures tell of them too. Negative where it is not known.
   */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
