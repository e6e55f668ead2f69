package dev.shardline.transform.settings;

import java.util.OptionalInt;

/**
 * How many shards a worker computes at a time.
 *
 * @param count 1 or above
 * @param cores how many cores the process may use
 */
public record CpuSlots(int count, int cores) {

  /** As configured, or one for each core. */
  public static CpuSlots of(OptionalInt configured) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new CpuSlots(configured.orElse(cores), cores);
  }

  /** Whether shards would take turns on the cores. */
  public boolean exceedCores() {
    return count > cores;
  }
}
