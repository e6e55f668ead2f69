package dev.shardline.transform.worker;

import java.util.OptionalInt;

/**
 * How many shards a worker computes at a time.
 *
 * @param count 1 or above
 * @param cores how many cores the process may use
 */
record Slots(int count, int cores) {

  static Slots of(OptionalInt configured) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Slots(configured.orElse(cores), cores);
  }

  boolean exceedCores() {
    return count > cores;
  }
}
