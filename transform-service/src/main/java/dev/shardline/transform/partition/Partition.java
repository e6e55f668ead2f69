package dev.shardline.transform.partition;

import dev.shardline.contracts.job.RecordPosition;

/**
 * One partition of a topic.
 *
 * @param topic the topic's name
 * @param number of the partition, from 0
 */
record Partition(String topic, int number) {

  /** The one that has a record. */
  static Partition of(RecordPosition position) {
    return new Partition(position.topic(), position.partition());
  }
}
