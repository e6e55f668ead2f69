package dev.shardline.transform.requeue;

import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Puts records on their topic once more, so that the one that was delivered can be accepted: its
 * deliveries no longer count. Implementations are thread-safe and do not block.
 */
public interface Requeuer {

  /**
   * Puts a record back, at the end of its topic.
   *
   * @param as what its headers say of it from now on
   * @return completes once it is durable; with {@link RecordTooLarge} if its topic will never take
   *     it with these headers; with any other exception if it may not have come to be durable
   */
  CompletableFuture<Void> requeue(ReceivedRecord record, Requeued as);

  /**
   * Puts a record back when it is due. Meanwhile it waits in a topic, where it holds up nobody and
   * outlives every worker.
   *
   * @param as what its headers say of it from now on
   * @param due when it is to be on its topic again
   * @return completes once it is durable that it will be; exceptionally as {@link #requeue} does
   */
  CompletableFuture<Void> postpone(ReceivedRecord record, Requeued as, Instant due);
}
