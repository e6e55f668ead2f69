package dev.shardline.transform.result;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.tracing.TraceContext;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.util.concurrent.CompletableFuture;

/** Makes answers durable. Implementations are thread-safe and do not block. */
public interface ResultPublisher {

  /**
   * Publishes a result.
   *
   * @param trace what its record carries of the trace that it belongs to
   * @return completes once it is durable; while that fails it is tried again, so it completes
   *     exceptionally only when this publisher is closed
   */
  CompletableFuture<Void> publish(ShardResult result, TraceContext trace);

  /**
   * Publishes a record that can never succeed, as it came, with the cause in added headers.
   *
   * @return as for {@link #publish}
   */
  CompletableFuture<Void> publish(ReceivedRecord record, DeadLetter cause);
}
