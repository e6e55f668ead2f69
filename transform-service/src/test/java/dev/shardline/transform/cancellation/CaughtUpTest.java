package dev.shardline.transform.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a worker that starts has read enough to take shards. */
@Timeout(60)
class CaughtUpTest {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.CANCELLATIONS, 0);

  @Test
  void isAtOnceIfNothingWasCancelledSinceAPollWouldWaitForWhatIsNotThere() {
    CompletableFuture<CancellationFollower> follower = new CompletableFuture<>();
    CompletableFuture<Boolean> caughtUpAtFirstPoll = new CompletableFuture<>();

    try (CancellationFollower following = follow(0, follower, caughtUpAtFirstPoll)) {
      follower.complete(following);

      assertThat(caughtUpAtFirstPoll.join()).isTrue();
    }
  }

  @Test
  void isNotBeforeWhatWasCancelledIsRead() throws Exception {
    CompletableFuture<CancellationFollower> follower = new CompletableFuture<>();
    CompletableFuture<Boolean> caughtUpAtFirstPoll = new CompletableFuture<>();

    try (CancellationFollower following = follow(1, follower, caughtUpAtFirstPoll)) {
      follower.complete(following);

      assertThat(caughtUpAtFirstPoll.join()).isFalse();
      assertThat(following.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
      assertThat(following.hasCaughtUp()).isTrue();
    }
  }

  private static CancellationFollower follow(
      long records,
      CompletableFuture<CancellationFollower> follower,
      CompletableFuture<Boolean> caughtUpAtFirstPoll) {
    MockConsumer<byte[], byte[]> consumer =
        new MockConsumer<>("earliest") {
          @Override
          public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            caughtUpAtFirstPoll.complete(follower.join().hasCaughtUp());
            for (long offset = position(PARTITION); offset < records; offset++) {
              addRecord(
                  new ConsumerRecord<>(
                      Topics.CANCELLATIONS, 0, offset, new byte[0], new byte[] {'?'}));
            }
            return super.poll(timeout);
          }
        };
    Node node = new Node(1, "localhost", 9092);
    consumer.updatePartitions(
        Topics.CANCELLATIONS,
        List.of(new PartitionInfo(Topics.CANCELLATIONS, 0, node, new Node[] {node}, new Node[0])));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, records));
    return new CancellationFollower(() -> consumer, new CancelledJobs(_ -> {}));
  }
}
