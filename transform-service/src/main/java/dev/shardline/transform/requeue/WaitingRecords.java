package dev.shardline.transform.requeue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The records that wait, by place, and how far each partition is done: up to its first record that
 * is not. Not thread-safe.
 */
final class WaitingRecords {

  private final Map<TopicPartition, TreeMap<Long, Waiting>> partitions = new HashMap<>();
  private final Map<TopicPartition, Long> read = new HashMap<>();

  void add(ConsumerRecord<byte[], byte[]> record, Instant due) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    partitions
        .computeIfAbsent(partition, absent -> new TreeMap<>())
        .put(record.offset(), new Waiting(record, due));
    read.put(partition, record.offset() + 1);
  }

  /** How many wait or are on their way. */
  int size() {
    return partitions.values().stream().mapToInt(Map::size).sum();
  }

  /** Takes those that are due; each stays here until it is {@link #done}. */
  List<ConsumerRecord<byte[], byte[]>> takeDue(Instant now) {
    List<ConsumerRecord<byte[], byte[]>> due = new ArrayList<>();
    for (TreeMap<Long, Waiting> partition : partitions.values()) {
      for (Waiting waiting : partition.values()) {
        if (!waiting.taken && !waiting.due.isAfter(now)) {
          waiting.taken = true;
          due.add(waiting.record);
        }
      }
    }
    return due;
  }

  /** How long until another is due, at most so long. */
  Duration untilNext(Instant now, Duration atMost) {
    return partitions.values().stream()
        .flatMap(partition -> partition.values().stream())
        .filter(waiting -> !waiting.taken)
        .map(waiting -> Duration.between(now, waiting.due))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .reduce(atMost, (one, other) -> one.compareTo(other) <= 0 ? one : other);
  }

  /** A record is on its topic again. */
  void done(ConsumerRecord<byte[], byte[]> record) {
    TreeMap<Long, Waiting> partition =
        partitions.get(new TopicPartition(record.topic(), record.partition()));
    if (partition != null) {
      partition.remove(record.offset());
    }
  }

  /** From where the partition would have to be read again; nothing if nothing of it was read. */
  OptionalLong position(TopicPartition partition) {
    Long end = read.get(partition);
    if (end == null) {
      return OptionalLong.empty();
    }
    TreeMap<Long, Waiting> waiting = partitions.get(partition);
    return OptionalLong.of(waiting == null || waiting.isEmpty() ? end : waiting.firstKey());
  }

  /** Another worker has them now. */
  void forget(Collection<TopicPartition> revoked) {
    revoked.forEach(partitions::remove);
    revoked.forEach(read::remove);
  }

  private static final class Waiting {

    private final ConsumerRecord<byte[], byte[]> record;
    private final Instant due;
    private boolean taken;

    Waiting(ConsumerRecord<byte[], byte[]> record, Instant due) {
      this.record = record;
      this.due = due;
    }
  }
}
