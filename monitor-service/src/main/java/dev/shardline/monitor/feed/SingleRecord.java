package dev.shardline.monitor.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds a record by its position. Thread-safe. */
public final class SingleRecord {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MAX_TEXT = 64 * 1024;

  private final Supplier<Consumer<byte[], byte[]>> consumers;

  /**
   * @param consumers opens a consumer without a group, for one record
   */
  public SingleRecord(Supplier<Consumer<byte[], byte[]>> consumers) {
    this.consumers = consumers;
  }

  /** A record as text. */
  public record View(
      String topic,
      int partition,
      long offset,
      Instant at,
      @Nullable String key,
      Map<String, String> headers,
      @Nullable String value) {}

  /**
   * The record.
   *
   * @return empty: there is none, or it did not come within five seconds
   * @throws org.apache.kafka.common.KafkaException if the brokers refuse
   */
  public Optional<View> find(String topic, int partition, long offset) {
    TopicPartition at = new TopicPartition(topic, partition);
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      boolean exists =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .anyMatch(info -> info.partition() == partition);
      if (!exists
          || offset < consumer.beginningOffsets(List.of(at), PATIENCE).getOrDefault(at, 0L)
          || offset >= consumer.endOffsets(List.of(at), PATIENCE).getOrDefault(at, 0L)) {
        return Optional.empty();
      }
      consumer.assign(List.of(at));
      consumer.seek(at, offset);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() - deadline < 0 && consumer.position(at) <= offset) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          return record.offset() == offset ? Optional.of(view(record)) : Optional.empty();
        }
      }
      return Optional.empty();
    }
  }

  private static View view(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    record.headers().forEach(header -> headers.put(header.key(), text(header.value(), "")));
    return new View(
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        record.key() == null ? null : text(record.key(), ""),
        headers,
        record.value() == null ? null : text(record.value(), ""));
  }

  private static String text(byte @Nullable [] bytes, String otherwise) {
    if (bytes == null) {
      return otherwise;
    }
    String text = new String(bytes, 0, Math.min(bytes.length, MAX_TEXT), UTF_8);
    return bytes.length > MAX_TEXT ? text + "… (%,d bytes)".formatted(bytes.length) : text;
  }
}
