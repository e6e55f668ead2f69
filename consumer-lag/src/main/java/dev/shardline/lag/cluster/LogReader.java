package dev.shardline.lag.cluster;

import dev.shardline.lag.Partition;
import dev.shardline.lag.position.OffsetGaps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Looks into logs, as little as needed. */
final class LogReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;

  /**
   * @param consumer without a group; closed with this
   */
  LogReader(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** A record's offset, and when it was written. */
  record Written(long offset, Instant at) {

    private static Written of(ConsumerRecord<?, ?> record) {
      return new Written(record.offset(), Instant.ofEpochMilli(record.timestamp()));
    }
  }

  /**
   * The first record at or after an offset, in each partition.
   *
   * @param offsets where to look
   * @param deadline as {@link System#nanoTime()}: what was not read by then is missing
   * @return empty: there is none before the end of the log
   */
  Map<Partition, Optional<Written>> first(Map<Partition, Long> offsets, long deadline) {
    Map<Partition, Optional<Written>> found = new HashMap<>();
    Map<TopicPartition, Long> begins = new HashMap<>();
    offsets.forEach((partition, offset) -> begins.put(Logs.topicPartition(partition), offset));
    assign(begins);
    Map<TopicPartition, Long> ends =
        begins.isEmpty() ? Map.of() : consumer.endOffsets(begins.keySet());
    Set<TopicPartition> left = new HashSet<>(begins.keySet());
    while (!left.isEmpty() && System.nanoTime() - deadline < 0) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      List<TopicPartition> settled = new ArrayList<>();
      for (TopicPartition at : left) {
        List<ConsumerRecord<byte[], byte[]>> read = records.records(at);
        if (!read.isEmpty()) {
          found.put(partition(at), Optional.of(Written.of(read.getFirst())));
          settled.add(at);
        } else if (consumer.position(at) >= ends.getOrDefault(at, 0L)) {
          found.put(partition(at), Optional.empty());
          settled.add(at);
        }
      }
      settled.forEach(left::remove);
      consumer.pause(settled);
    }
    return found;
  }

  /**
   * Reads on where gaps were last looked for.
   *
   * @param end where to stop
   * @param atMost how many records to read, about
   * @param deadline as {@link System#nanoTime()}
   */
  void readOn(Partition partition, OffsetGaps gaps, long end, int atMost, long deadline) {
    TopicPartition at = Logs.topicPartition(partition);
    assign(Map.of(at, gaps.to()));
    int read = 0;
    while (gaps.to() < end && read < atMost && System.nanoTime() - deadline < 0) {
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL).records(at)) {
        gaps.record(each.offset());
        read++;
      }
      gaps.reached(consumer.position(at));
    }
  }

  private void assign(Map<TopicPartition, Long> begins) {
    consumer.assign(begins.keySet());
    // What was paused stays so, if it is assigned again.
    consumer.resume(begins.keySet());
    begins.forEach(consumer::seek);
  }

  private static Partition partition(TopicPartition at) {
    return new Partition(at.topic(), at.partition());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
