package dev.shardline.cli.stack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a local stack is made of.
 *
 * @param home the project's root directory, with what its build made
 * @param transforms how many transform services, 1 to {@value #MAX_TRANSFORMS}
 * @param port where the broker listens, 1 to 65535; 0: on one that is free
 * @param data where topics and objects stay and are continued; null: nothing stays
 * @param localSources whether sources may be on this machine, which is refused otherwise
 * @param monitored whether a monitor-service watches it
 */
public record StackSettings(
    Path home,
    int transforms,
    int port,
    @Nullable Path data,
    boolean localSources,
    boolean monitored) {

  /** Where Kafka clients look first. */
  public static final int DEFAULT_PORT = 9092;

  /** Two processes are the fewest that show how work is shared. */
  public static final int DEFAULT_TRANSFORMS = 2;

  /** More JVMs than any one machine has use for. */
  static final int MAX_TRANSFORMS = 64;

  private static final int MAX_PORT = 65_535;

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public StackSettings {
    if (transforms < 1 || transforms > MAX_TRANSFORMS) {
      throw new IllegalArgumentException(
          "--transforms must be from 1 to " + MAX_TRANSFORMS + ", was " + transforms);
    }
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("--port must be from 1 to " + MAX_PORT + ", was " + port);
    }
  }
}
