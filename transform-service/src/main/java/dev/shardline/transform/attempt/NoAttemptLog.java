package dev.shardline.transform.attempt;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** No memory: where deliveries are not counted, nothing can be told of them. */
public final class NoAttemptLog implements AttemptLog {

  @Override
  public Map<RecordPosition, AttemptHistory> read(Collection<ReceivedRecord> records) {
    return Map.of();
  }

  @Override
  public CompletableFuture<Void> note(ReceivedRecord record, AttemptNote note) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> forget(ReceivedRecord record, AttemptHistory history) {
    return CompletableFuture.completedFuture(null);
  }
}
