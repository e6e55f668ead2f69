package dev.shardline.transform.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.KafkaCluster;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KafkaShardQueueTest extends ShardQueueContract {

  private static final int MANY = 5000;

  private final KafkaCluster cluster = new KafkaCluster();
  private final String topic = "queue-" + UUID.randomUUID();
  private final QueueConsumers consumers =
      new QueueConsumers(
          Map.of("bootstrap.servers", cluster.bootstrapServers()), "group-of-" + topic, topic);

  /** Many at a time come in another mode of the broker, and are settled one by one all the same. */
  @Test
  void settlesEachRecordOfWholeBatchesByItself() throws Exception {
    create(shortLock());
    cluster.send(
        IntStream.range(0, MANY)
            .mapToObj(i -> new ProducerRecord<String, byte[]>(topic, ("" + i).getBytes(UTF_8)))
            .toList());
    Set<RecordPosition> accepted = new HashSet<>();
    ReceivedRecord kept;
    try (ShardQueue large = open(2048)) {
      List<ReceivedRecord> first = next(large);
      assertThat(first).hasSizeGreaterThan(3);
      kept = first.get(0);
      large.release(first.get(1));
      first.subList(2, first.size()).forEach(record -> accept(large, record, accepted));
      long locks = System.nanoTime() + shortLock().multipliedBy(2).toNanos();
      while (System.nanoTime() - locks < 0) {
        assertThat(large.renew(List.of(kept))).isEmpty();
      }
      accept(large, kept, accepted);

      while (accepted.size() < MANY) {
        for (ReceivedRecord record : next(large)) {
          assertThat(record.deliveryCount())
              .isEqualTo(record.position().equals(first.get(1).position()) ? 2 : 1);
          accept(large, record, accepted);
        }
      }
      large.flush();
      assertThat(large.acquire(shortLock().multipliedBy(2))).isEmpty();
    }
  }

  private static void accept(
      ShardQueue queue, ReceivedRecord record, Set<RecordPosition> accepted) {
    assertThat(accepted.add(record.position())).isTrue();
    queue.accept(record);
  }

  private static List<ReceivedRecord> next(ShardQueue queue) {
    AtomicReference<List<ReceivedRecord>> acquired = new AtomicReference<>(List.of());
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          acquired.set(queue.acquire(Duration.ofMillis(200)));
          return !acquired.get().isEmpty();
        });
    return acquired.get();
  }

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
