package dev.shardline.cli.topics;

import java.util.Map;
import java.util.TreeMap;

/** The settings of the share group that takes shards off their topic. */
final class ShareGroupLayout {

  /** The group of the transform services. */
  static final String GROUP = "shardline-transform";

  private ShareGroupLayout() {}

  /** Setting names and values. The brokers may know more settings than these, or fewer. */
  static Map<String, String> configs() {
    return new TreeMap<>(
        Map.of(
            // By default, latest: what was submitted before the first worker ever joined is lost.
            "share.auto.offset.reset", "earliest",
            // How long a silent worker keeps its records from the others.
            "share.record.lock.duration.ms", "30000",
            // Then a record is archived in silence. Workers put it on its topic anew before; while
            // they die one after the other, the more deliveries are left the better.
            "share.delivery.count.limit", "10",
            // A worker that joins waits for it: it does so whenever it changes how much it
            // acquires.
            "share.assignment.interval.ms", "0",
            // A long shard is kept by renewing its lock; documented as off by default since Kafka
            // 4.4.
            "share.renew.acknowledge.enable", "true"));
  }
}
