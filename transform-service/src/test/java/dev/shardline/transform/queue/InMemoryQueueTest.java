package dev.shardline.transform.queue;

import java.time.Duration;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InMemoryQueueTest extends ShardQueueContract {

  private InMemoryQueue queue = new InMemoryQueue(Duration.ZERO, 1);

  @Override
  void create(Duration lock) {
    queue = new InMemoryQueue(lock, 1);
  }

  @Override
  void put(String value) {
    queue.put(value);
  }

  @Override
  ShardQueue open(int acquireAtMost) {
    return queue.open(acquireAtMost);
  }

  @Override
  Duration shortLock() {
    return Duration.ofMillis(900);
  }
}
