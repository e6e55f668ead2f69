package dev.shardline.monitor.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a test does to the topics of the service under test. */
final class TestTopics {

  private final String bootstrapServers;

  TestTopics(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  void createAll() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .createTopics(
              Stream.of(
                      Topics.SHARDS,
                      Topics.SHARDS_RETRY,
                      Topics.SHARD_RESULTS,
                      Topics.SHARDS_DEAD,
                      Topics.SOURCE_REQUESTS,
                      Topics.SOURCE_OUTCOMES,
                      Topics.SOURCE_REQUESTS_DEAD,
                      Topics.WORKER_STATUS,
                      BrokerResource.FOREIGN_TOPIC)
                  .map(name -> new NewTopic(name, 1, (short) 1))
                  .toList())
          .all()
          .get();
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.GROUP, "shardline-transform"),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("share.auto.offset.reset", "earliest"),
                          AlterConfigOp.OpType.SET))))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void write(String topic, String key, byte[] value, Map<String, String> headers) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(topic, key.getBytes(UTF_8), value);
      Headers added = record.headers();
      headers.forEach((name, text) -> added.add(name, text.getBytes(UTF_8)));
      var _ = producer.send(record);
      producer.flush();
    }
  }

  /** How many records a topic has, all of which are still there. */
  long count(String topic) {
    return values(topic).size();
  }

  /** What a topic has, read to its end. */
  List<byte[]> values(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition at = new TopicPartition(topic, 0);
      consumer.assign(List.of(at));
      consumer.seekToBeginning(List.of(at));
      long end = consumer.endOffsets(List.of(at)).getOrDefault(at, 0L);
      List<byte[]> values = new ArrayList<>();
      while (consumer.position(at) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }

  /** Has a group process the records of a topic before the offset. */
  void commit(String group, String topic, long offset) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "group.id", group,
                "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition at = new TopicPartition(topic, 0);
      consumer.assign(List.of(at));
      consumer.commitSync(Map.of(at, new OffsetAndMetadata(offset)));
    }
  }
}
