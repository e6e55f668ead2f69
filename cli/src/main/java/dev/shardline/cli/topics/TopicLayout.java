package dev.shardline.cli.topics;

import dev.shardline.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topics that Shardline works with.
 *
 * @param partitions of each topic that carries load, but for the shards. They bound how many ingest
 *     services share the requests, and spread the load over brokers
 * @param shardPartitions of the shards' topic. They do not bound the transform services, which
 *     share records
 * @param replicationFactor -1: as the brokers are configured
 * @param retention how long records are kept
 */
public record TopicLayout(
    int partitions, int shardPartitions, short replicationFactor, Retention retention) {

  /**
   * Enough for eight ingest services or a cluster of a few brokers, and few enough that looking up
   * a job, which reads the tail of every partition, stays quick.
   */
  public static final int DEFAULT_PARTITIONS = 8;

  /**
   * The brokers divide partitions among the members of a share group as long as there are enough:
   * with 8 of them and 2 workers, each worker is given 4, and a shard waits for its busy worker
   * while the other is idle. A single partition is every worker's.
   */
  public static final int DEFAULT_SHARD_PARTITIONS = 1;

  /** As the brokers are configured. */
  public static final short BROKER_DEFAULT_REPLICATION = -1;

  /** What this machine's own broker and most clusters want. */
  public static final TopicLayout DEFAULT =
      new TopicLayout(
          DEFAULT_PARTITIONS,
          DEFAULT_SHARD_PARTITIONS,
          BROKER_DEFAULT_REPLICATION,
          Retention.DEFAULT);

  /**
   * Twice the largest record that brokers take by default, and room for the headers that tell why
   * it is dead: a dead letter must never be refused for its size.
   */
  static final long DEAD_MAX_MESSAGE_BYTES = 2L * 1024 * 1024 + 64 * 1024;

  /** How far a fetch is, or what a worker is at, says nothing any more once that has ended. */
  private static final Duration WATCHED_RETENTION = Duration.ofHours(1);

  /** Brokers delete whole segments alone, and start a new one after a week by default. */
  private static final Duration WATCHED_SEGMENT = Duration.ofMinutes(10);

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public TopicLayout {
    if (partitions < 1 || shardPartitions < 1) {
      throw new IllegalArgumentException(
          "partitions must be 1 or above: " + Math.min(partitions, shardPartitions));
    }
    if (replicationFactor < 1 && replicationFactor != BROKER_DEFAULT_REPLICATION) {
      throw new IllegalArgumentException(
          "replication factor must be 1 or above, or -1 for the brokers' own: "
              + replicationFactor);
    }
  }

  List<PlannedTopic> topics() {
    return List.of(
        planned(Topics.SOURCE_REQUESTS, partitions, retention.work(), List.of()),
        planned(Topics.SOURCE_OUTCOMES, partitions, retention.answers(), List.of()),
        planned(Topics.SHARDS, shardPartitions, retention.work(), List.of()),
        planned(Topics.SHARD_RESULTS, partitions, retention.answers(), List.of(compacted())),
        planned(Topics.CANCELLATIONS, 1, retention.answers(), List.of(compacted())),
        planned(Topics.SHARDS_RETRY, 1, retention.work(), List.of()),
        planned(Topics.SHARD_ATTEMPTS, 1, retention.work(), List.of(compacted())),
        watched(Topics.SOURCE_PROGRESS, List.of()),
        watched(Topics.WORKER_STATUS, List.of(compacted())),
        planned(Topics.SOURCE_REQUESTS_DEAD, 1, retention.dead(), List.of(largeRecords())),
        planned(Topics.SHARDS_DEAD, 1, retention.dead(), List.of(largeRecords())));
  }

  /**
   * Compaction drops the repeats of a result, but each job brings new keys: without deletion by age
   * the topic would grow for ever.
   */
  private static Requirement compacted() {
    return Requirement.contains(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT,
        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
  }

  private static Requirement largeRecords() {
    return Requirement.atLeast(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEAD_MAX_MESSAGE_BYTES);
  }

  /** What is for watching alone. */
  private PlannedTopic watched(String name, List<Requirement> requirements) {
    Map<String, String> configs = configs(WATCHED_RETENTION);
    configs.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(WATCHED_SEGMENT.toMillis()));
    return new PlannedTopic(name, 1, replicationFactor, configs, requirements);
  }

  private PlannedTopic planned(
      String name, int topicPartitions, Duration kept, List<Requirement> requirements) {
    return new PlannedTopic(name, topicPartitions, replicationFactor, configs(kept), requirements);
  }

  private Map<String, String> configs(Duration kept) {
    Map<String, String> configs = new HashMap<>();
    configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
    if (replicationFactor >= 3) {
      // With the default of 1, acks=all is satisfied by a single broker, and its loss loses work.
      configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
    }
    return configs;
  }
}
