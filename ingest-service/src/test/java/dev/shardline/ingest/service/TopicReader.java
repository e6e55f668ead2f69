package dev.shardline.ingest.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** Reads a topic of one partition from its beginning. For one thread. */
final class TopicReader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  TopicReader(String servers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  /** Waits for as many records with a key of that beginning, and returns all that are there. */
  List<ConsumerRecord<byte[], byte[]>> await(String keyPrefix, int count) {
    return awaitMatching(record -> key(record).startsWith(keyPrefix), count);
  }

  /** Waits for as many records that are wanted, and returns all that are there. */
  List<ConsumerRecord<byte[], byte[]>> awaitMatching(
      Predicate<ConsumerRecord<byte[], byte[]>> wanted, int count) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(() -> matching(wanted).size() >= count);
    return matching(wanted);
  }

  /** All that are there. */
  List<ConsumerRecord<byte[], byte[]>> all() {
    return matching(_ -> true);
  }

  static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<ConsumerRecord<byte[], byte[]>> matching(
      Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
    ConsumerRecords<byte[], byte[]> polled;
    do {
      polled = consumer.poll(Duration.ofMillis(100));
      polled.forEach(records::add);
    } while (!polled.isEmpty());
    return records.stream().filter(wanted).toList();
  }
}
