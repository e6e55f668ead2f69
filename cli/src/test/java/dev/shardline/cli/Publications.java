package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.job.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Puts records on the topics of the tests' cluster; each is durable when its method returns. */
final class Publications implements AutoCloseable {

  private final Cluster cluster;
  private final Producer<String, String> producer;

  private Publications(Cluster cluster) {
    this.cluster = cluster;
    this.producer = cluster.producer();
  }

  static Publications open() throws InterruptedException {
    return new Publications(TestCluster.connect());
  }

  RecordMetadata send(String topic, Request message) throws Exception {
    return send(topic, message.key(), message.json());
  }

  RecordMetadata send(String topic, String key, String value) throws Exception {
    return send(topic, key, value, Map.of());
  }

  @SuppressWarnings("NullAway") // a value may be null, which ProducerRecord cannot say
  RecordMetadata send(String topic, String key, @Nullable String value, Map<String, String> headers)
      throws Exception {
    ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return producer.send(record).get(30, TimeUnit.SECONDS);
  }

  void sendAt(Instant time, String topic, Request message) throws Exception {
    producer
        .send(new ProducerRecord<>(topic, null, time.toEpochMilli(), message.key(), message.json()))
        .get(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    producer.close();
    cluster.close();
  }
}
