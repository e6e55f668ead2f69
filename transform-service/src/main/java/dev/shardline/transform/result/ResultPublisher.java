package dev.shardline.transform.result;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.util.concurrent.CompletableFuture;

/** Makes answers durable. Implementations are thread-safe and do not block. */
public interface ResultPublisher {

  /**
   * Publishes a result.
   *
   * @return completes once it is durable; while that fails it is tried again, so it completes
   *     exceptionally only when this publisher is closed
   */
  CompletableFuture<Void> publish(ShardResult result);

  /**
   * Publishes a record that can never succeed, as it came, with the cause in added headers.
   *
   * @return as for {@link #publish}
   */
  CompletableFuture<Void> publish(ReceivedRecord record, DeadLetter cause);
}
