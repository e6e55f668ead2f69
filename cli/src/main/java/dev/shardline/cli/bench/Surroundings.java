package dev.shardline.cli.bench;

import java.util.Locale;

/** What a benchmark ran on, without which its figures say nothing. */
public final class Surroundings {

  private Surroundings() {}

  /**
   * One line.
   *
   * @param brokerVersion which Kafka the broker is
   */
  public static String line(String brokerVersion) {
    return String.format(
        Locale.ROOT,
        "%d cores, %s %s, JDK %s, Kafka broker %s",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        brokerVersion);
  }
}
