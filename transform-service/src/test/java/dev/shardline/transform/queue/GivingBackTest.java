package dev.shardline.transform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.attempt.AttemptLog;
import dev.shardline.transform.attempt.AttemptNote;
import dev.shardline.transform.attempt.AttemptPolicy;
import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.attempt.Isolation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.RecordingMeter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GivingBackTest {

  private final InMemoryQueue queue = new InMemoryQueue(Duration.ofMinutes(1), 1);
  private final SlowLog log = new SlowLog();
  private final RecordingMeter meter = new RecordingMeter();
  private final GivingBack givingBack =
      new GivingBack(
          new Attempts(new AttemptPolicy(3, () -> 10), log, new Isolation(1), "worker-1"), meter);

  @Test
  void letsOthersHaveARecordOnlyOnceItsNoteIsDurable() throws Exception {
    queue.put("a shard");
    try (ShardQueue mine = queue.open();
        ShardQueue others = queue.open()) {
      List<ReceivedRecord> acquired = mine.acquire(Duration.ofSeconds(1));
      Thread slot =
          Thread.ofPlatform()
              .start(() -> {
                givingBack.all(acquired, mine);
                mine.flush();
              });
      log.asked.await();

      assertThat(others.acquire(Duration.ofMillis(100))).isEmpty();
      assertThat(meter.counted()).isEmpty();

      log.note.complete(null);
      slot.join();
      assertThat(others.acquire(Duration.ofSeconds(1)))
          .singleElement()
          .satisfies(record -> assertThat(record.deliveryCount()).isEqualTo(2));
      assertThat(meter.counted()).hasSize(1);
    }
  }

  @Test
  void doesNotKeepARecordFromOthersWhileNothingCanBeNoted() throws Exception {
    queue.put("a shard");
    try (ShardQueue mine = queue.open();
        ShardQueue others = queue.open()) {
      givingBack.all(mine.acquire(Duration.ofSeconds(1)), mine);
      mine.flush();

      await().until(() -> !others.acquire(Duration.ofMillis(100)).isEmpty());
    }
  }

  /** Of brokers that are slow, or away. */
  private static final class SlowLog implements AttemptLog {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<Void> note = new CompletableFuture<>();

    @Override
    public Map<RecordPosition, AttemptHistory> read(Collection<ReceivedRecord> records) {
      return Map.of();
    }

    @Override
    public CompletableFuture<Void> note(ReceivedRecord record, AttemptNote what) {
      assertThat(what).isInstanceOf(AttemptNote.GivenBack.class);
      asked.countDown();
      return note;
    }

    @Override
    public CompletableFuture<Void> forget(ReceivedRecord record, AttemptHistory history) {
      return CompletableFuture.completedFuture(null);
    }
  }
}
