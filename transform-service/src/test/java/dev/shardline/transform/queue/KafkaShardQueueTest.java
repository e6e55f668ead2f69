package dev.shardline.transform.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.transform.KafkaCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KafkaShardQueueTest extends ShardQueueContract {

  private final KafkaCluster cluster = new KafkaCluster();
  private final String topic = "queue-" + UUID.randomUUID();
  private final QueueConsumers consumers =
      new QueueConsumers(
          Map.of("bootstrap.servers", cluster.bootstrapServers()), "group-of-" + topic, topic);

  @Override
  void create(Duration lock) throws InterruptedException {
    cluster.createTopic(topic, Map.of());
    cluster.configureShareGroup("group-of-" + topic, lock);
  }

  @Override
  void put(String value) throws InterruptedException {
    cluster.send(List.of(new ProducerRecord<>(topic, value.getBytes(UTF_8))));
  }

  @Override
  ShardQueue open(int acquireAtMost) {
    return consumers.open(acquireAtMost);
  }

  @Override
  Duration shortLock() {
    return Duration.ofSeconds(3);
  }
}
