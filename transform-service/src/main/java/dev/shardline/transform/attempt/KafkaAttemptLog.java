package dev.shardline.transform.attempt;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Notes in a compacted topic, keyed by place and delivery: {@code shards-0-42/2}. A worker whose
 * lock was lost can so write only of its own delivery. The topic holds only shards in trouble; it
 * is read to its end whenever one is delivered, and not at all while there is none.
 */
public final class KafkaAttemptLog implements AttemptLog, AutoCloseable {

  private static final Duration READ_WITHIN = Duration.ofSeconds(10);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Outbox outbox;
  private final String topic;
  private final Map<String, TreeMap<Integer, AttemptNote>> notes = new HashMap<>();
  private @Nullable Consumer<byte[], byte[]> consumer;

  /**
   * A log.
   *
   * @param consumers opens a consumer without a group; closed with this log
   * @param outbox takes the notes
   * @param topic where they are; compacted
   */
  public KafkaAttemptLog(
      Supplier<Consumer<byte[], byte[]>> consumers, Outbox outbox, String topic) {
    this.consumers = consumers;
    this.outbox = outbox;
    this.topic = topic;
  }

  @Override
  public synchronized Map<RecordPosition, AttemptHistory> read(Collection<ReceivedRecord> records) {
    readToEnd();
    Map<RecordPosition, AttemptHistory> histories = new HashMap<>();
    for (ReceivedRecord record : records) {
      TreeMap<Integer, AttemptNote> known = notes.get(record.position().toString());
      if (known != null) {
        histories.put(record.position(), new AttemptHistory(known));
      }
    }
    return histories;
  }

  @Override
  public CompletableFuture<Void> note(ReceivedRecord record, AttemptNote note) {
    return outbox.send(entry(record, record.deliveryCount(), AttemptNotes.encode(note)));
  }

  @Override
  public CompletableFuture<Void> forget(ReceivedRecord record, AttemptHistory history) {
    Set<Integer> deliveries = new TreeSet<>(history.notes().keySet());
    deliveries.add(record.deliveryCount());
    return CompletableFuture.allOf(
        deliveries.stream()
            .map(delivery -> outbox.send(entry(record, delivery, null)))
            .toArray(CompletableFuture<?>[]::new));
  }

  @Override
  public synchronized void close() {
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
  }

  private void readToEnd() {
    Consumer<byte[], byte[]> open = opened();
    Map<TopicPartition, Long> ends = open.endOffsets(open.assignment(), READ_WITHIN);
    long deadline = System.nanoTime() + READ_WITHIN.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(end -> open.position(end.getKey(), READ_WITHIN) < end.getValue())) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "the topic " + topic + " could not be read within " + READ_WITHIN);
      }
      open.poll(Duration.ofMillis(100)).forEach(this::take);
    }
  }

  private Consumer<byte[], byte[]> opened() {
    if (consumer == null) {
      Consumer<byte[], byte[]> opening = consumers.get();
      try {
        List<TopicPartition> partitions = partitions(opening);
        opening.assign(partitions);
        opening.seekToBeginning(partitions);
      } catch (RuntimeException e) {
        opening.close();
        throw e;
      }
      consumer = opening;
    }
    return consumer;
  }

  /** A history that is empty because there is nothing to read would let a killer kill for ever. */
  private List<TopicPartition> partitions(Consumer<byte[], byte[]> open) {
    List<PartitionInfo> known = open.partitionsFor(topic, READ_WITHIN);
    if (known.isEmpty()) {
      throw new IllegalStateException(
          "the topic "
              + topic
              + " does not exist, so that nobody knows how often shards were tried;"
              + " create it with cleanup.policy=compact, or all topics by: shardline topics");
    }
    return known.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    int slash = key.lastIndexOf('/');
    if (slash < 0 || !key.substring(slash + 1).matches("[0-9]{1,5}")) {
      return;
    }
    String position = key.substring(0, slash);
    int delivery = Integer.parseInt(key.substring(slash + 1));
    AttemptNotes.decode(record.value())
        .ifPresentOrElse(
            note -> notes.computeIfAbsent(position, absent -> new TreeMap<>()).put(delivery, note),
            () -> remove(position, delivery));
  }

  private void remove(String position, int delivery) {
    TreeMap<Integer, AttemptNote> known = notes.get(position);
    if (known != null) {
      known.remove(delivery);
      if (known.isEmpty()) {
        notes.remove(position);
      }
    }
  }

  @SuppressWarnings("NullAway") // a tombstone has no value, which ProducerRecord's type cannot say
  private ProducerRecord<byte[], byte[]> entry(
      ReceivedRecord record, int delivery, byte @Nullable [] value) {
    String key = record.position() + "/" + delivery;
    return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
  }
}
