package dev.shardline.transform.requeue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.Topics;
import dev.shardline.transform.outbox.Outbox;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With clients that do nothing by themselves, so that a close comes at a known moment. */
@Timeout(60)
class ClosedPostponedShardsTest {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.SHARDS_RETRY, 0);

  private final Map<TopicPartition, OffsetAndMetadata> committed = new ConcurrentHashMap<>();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());

  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
          super.commitSync(offsets);
          committed.putAll(offsets);
        }
      };

  @Test
  void leavesNothingToTheNextWorkerThatBecameDurableWhileItWasClosed() throws Exception {
    consumer.schedulePollTask(() -> {
      consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
      consumer.rebalance(List.of(PARTITION));
      consumer.addRecord(
          new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 0, null, new byte[1]));
    });
    PostponedShards shards =
        new PostponedShards(
            () -> consumer,
            "group",
            new Outbox(producer),
            Topics.SHARDS,
            record -> false,
            InstantSource.system());
    await().until(() -> producer.history().size() == 1);

    Thread close = Thread.ofVirtual().start(shards::close);
    await().until(() -> close.getState() == Thread.State.TIMED_WAITING);
    assertThat(producer.completeNext()).isTrue();
    close.join();

    assertThat(committed).containsEntry(PARTITION, new OffsetAndMetadata(1));
  }
}
