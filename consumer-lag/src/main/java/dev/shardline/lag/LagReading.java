package dev.shardline.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The lag of groups at a time.
 *
 * @param at when it was read
 * @param groups in the order they were asked for
 * @param adminCalls how many calls to the cluster's administration it took, with those of readings
 *     that failed since the last one
 * @param took how long it took
 */
public record LagReading(Instant at, List<GroupLag> groups, int adminCalls, Duration took) {

  public LagReading {
    groups = List.copyOf(groups);
  }
}
