package dev.shardline.ingest.shard;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The shards of one body that were sent and are not yet durable: a bounded number, so that a large
 * body is not gathered in the producer's buffer. For one sending thread.
 */
final class UnconfirmedShards {

  private final int max;
  private final Semaphore free;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * @param max how many may be unconfirmed at once, 1 or above
   */
  UnconfirmedShards(int max) {
    this.max = max;
    this.free = new Semaphore(max);
  }

  /**
   * Sends, once there is room.
   *
   * @param sending sends; its stage completes when what it sent is durable
   * @throws UnpublishedShardException if this or an earlier one could not be sent
   */
  void send(Supplier<CompletionStage<Void>> sending) throws InterruptedException {
    free.acquire();
    requireNoFailure();
    sending
        .get()
        .whenComplete((_, problem) -> {
          if (problem != null) {
            failure.compareAndSet(null, problem);
          }
          free.release();
        });
  }

  /**
   * Waits until all that was sent is durable.
   *
   * @throws UnpublishedShardException if one could not be sent
   */
  void awaitAll() throws InterruptedException {
    free.acquire(max);
    requireNoFailure();
  }

  private void requireNoFailure() {
    Throwable problem = failure.get();
    if (problem != null) {
      throw new UnpublishedShardException(problem);
    }
  }
}
