package dev.shardline.cli.bench.roundtrip;

import dev.shardline.cli.cluster.Cluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends one record at a time and waits for its answer: the same for whoever answers. Not
 * thread-safe.
 */
final class RecordClient implements AutoCloseable {

  private static final Duration TURN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String requestTopic;
  private final Producer<String, String> requests;
  private final Consumer<String, String> answers;

  private RecordClient(
      String requestTopic, Producer<String, String> requests, Consumer<String, String> answers) {
    this.requestTopic = requestTopic;
    this.requests = requests;
    this.answers = answers;
  }

  /** Hears of every answer from now on. */
  static RecordClient open(Cluster cluster, String requestTopic, String answerTopic)
      throws InterruptedException {
    List<TopicPartition> partitions = cluster.partitions(List.of(answerTopic), "READ");
    Consumer<String, String> answers =
        new KafkaConsumer<>(
            connection(cluster), new StringDeserializer(), new StringDeserializer());
    answers.assign(partitions);
    answers.seekToEnd(partitions);
    partitions.forEach(answers::position);
    return new RecordClient(requestTopic, producer(cluster), answers);
  }

  /** Without linger, and confirmed by every replica. */
  static Producer<String, String> producer(Cluster cluster) {
    Map<String, Object> config = connection(cluster);
    config.put("acks", "all");
    config.put("linger.ms", 0);
    return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  /** What every client of the cluster needs. */
  static Map<String, Object> connection(Cluster cluster) {
    Map<String, Object> connection = new HashMap<>(cluster.settings().properties());
    connection.put("bootstrap.servers", cluster.settings().bootstrapServer());
    return connection;
  }

  /**
   * Sends a record and waits for the answer of the same key.
   *
   * @throws IllegalStateException if none comes for a minute
   */
  Duration roundTrip(String key, String value) {
    long start = System.nanoTime();
    var _ = requests.send(new ProducerRecord<>(requestTopic, key, value));
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      for (ConsumerRecord<String, String> answer : answers.poll(TURN)) {
        if (key.equals(answer.key())) {
          return Duration.ofNanos(System.nanoTime() - start);
        }
      }
    }
    throw new IllegalStateException(requestTopic + ": " + key + " has no answer");
  }

  @Override
  public void close() {
    requests.close(Duration.ZERO);
    answers.close();
  }
}
