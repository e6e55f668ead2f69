package dev.shardline.cli.bench.roundtrip;

import dev.shardline.cli.cluster.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The yardstick: a share consumer of kafka-clients that answers each record with itself, with the
 * durability of the real thing (the answer confirmed, then the acknowledgement) and nothing else.
 */
final class RawShareLoop implements AutoCloseable {

  private static final String REQUESTS = "bench-requests";
  private static final String ANSWERS = "bench-answers";
  private static final String GROUP = "shardline-bench";
  private static final Duration TURN = Duration.ofMillis(100);

  private final Cluster cluster;
  private final RecordClient client;
  private final Thread loop;
  private volatile boolean closed;
  private long sent;

  private RawShareLoop(Cluster cluster, RecordClient client) {
    this.cluster = cluster;
    this.client = client;
    this.loop = Thread.ofPlatform().name("raw-share-loop").start(this::answerAll);
  }

  /** Creates the loop's topics and starts it. */
  static RawShareLoop start(Cluster cluster) throws InterruptedException {
    cluster.await(
        cluster
            .admin()
            .createTopics(
                List.of(new NewTopic(REQUESTS, 1, (short) 1), new NewTopic(ANSWERS, 1, (short) 1)))
            .all());
    cluster.await(
        cluster
            .admin()
            .incrementalAlterConfigs(
                Map.of(
                    new ConfigResource(ConfigResource.Type.GROUP, GROUP),
                    List.of(
                        new AlterConfigOp(
                            new ConfigEntry("share.auto.offset.reset", "earliest"),
                            AlterConfigOp.OpType.SET))))
            .all());
    return new RawShareLoop(cluster, RecordClient.open(cluster, REQUESTS, ANSWERS));
  }

  /** Sends one record and waits for its answer. */
  Duration roundTrip() {
    return client.roundTrip(Long.toString(sent++), "{\"number\":2500}");
  }

  @Override
  public void close() {
    closed = true;
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }

  private void answerAll() {
    Map<String, Object> config = RecordClient.connection(cluster);
    config.put("group.id", GROUP);
    config.put("share.acknowledgement.mode", "explicit");
    config.put("share.acquire.mode", "record_limit");
    config.put("max.poll.records", 1);
    try (Producer<String, String> producer = RecordClient.producer(cluster);
        var consumer =
            new KafkaShareConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(REQUESTS));
      while (!closed) {
        for (ConsumerRecord<String, String> record : consumer.poll(TURN)) {
          producer.send(new ProducerRecord<>(ANSWERS, record.key(), record.value())).get();
          consumer.acknowledge(record, AcknowledgeType.ACCEPT);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the raw loop cannot answer", e);
    }
  }
}
