package dev.shardline.contracts.job;

import java.time.Instant;

/**
 * Where a record stands in Kafka. It never changes, however often the record is delivered.
 *
 * @param topic the topic's name
 * @param partition the partition, from 0
 * @param offset the offset in the partition, from 0
 * @param timestamp the record's timestamp
 */
public record RecordPosition(String topic, int partition, long offset, Instant timestamp) {

  /** The job id of a record that brings none: the same at every delivery. */
  public JobId derivedJobId() {
    return JobId.derived(timestamp, this.toString());
  }

  /** As Kafka's own tools write it: {@code topic-partition-offset}. */
  @Override
  public String toString() {
    return topic + "-" + partition + "-" + offset;
  }
}
