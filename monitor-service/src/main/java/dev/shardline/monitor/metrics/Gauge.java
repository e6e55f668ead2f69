package dev.shardline.monitor.metrics;

import java.util.List;

/**
 * What comes and goes with groups, partitions, workers and dead letters.
 *
 * @param exposed its name as Prometheus knows it, which is kept
 * @param labels names of its labels, in the order of their values
 */
record Gauge(String exposed, String help, List<String> labels) {

  static final Gauge LAG =
      of("group_lag_records", "Records not processed, those in flight included", "group", "kind");
  static final Gauge LAG_KNOWN =
      of("group_lag_known", "1 if the group's lag is known, else 0", "group");
  static final Gauge IN_FLIGHT =
      of("group_inflight_records", "Records that workers hold", "group", "kind");
  static final Gauge MEMBERS = of("group_members", "Members of the group", "group", "kind");
  static final Gauge AGE =
      of(
          "group_oldest_record_age_seconds",
          "Age of the oldest record not processed: at least, and at most",
          "bound",
          "group",
          "kind");
  static final Gauge RATE_IN =
      of("group_records_in_per_second", "Records written lately", "group", "kind");
  static final Gauge RATE_OUT =
      of("group_records_out_per_second", "Records processed lately", "group", "kind");
  static final Gauge TIME_TO_EMPTY =
      of(
          "group_time_to_empty_seconds",
          "Until nothing is left, at these rates; absent while it does not become less",
          "group",
          "kind");
  static final Gauge PARTITION_LAG =
      of(
          "partition_lag_records",
          "Records of the partition not processed, those in flight included",
          "group",
          "partition",
          "topic");
  static final Gauge DEAD_LETTERS =
      of("dead_letters", "Dead letters read from their topic, by cause", "reason", "topic");
  static final Gauge WORKERS = of("workers", "Processes that tell what they are at", "service");

  private static Gauge of(String name, String help, String... labels) {
    return new Gauge("shardline_" + name, help, List.of(labels));
  }
}
