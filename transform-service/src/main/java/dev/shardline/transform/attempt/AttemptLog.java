package dev.shardline.transform.attempt;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The memory of attempts that outlives the workers that made them. Implementations are thread-safe.
 */
public interface AttemptLog {

  /**
   * What is noted of records, by all workers, until now.
   *
   * @return the histories by position; of a record that has none, nothing
   * @throws RuntimeException if that cannot be known now; the records are then not to be begun
   */
  Map<RecordPosition, AttemptHistory> read(Collection<ReceivedRecord> records);

  /**
   * Notes something of a record's delivery, in place of what was noted of it before.
   *
   * @return completes once the note is durable
   */
  CompletableFuture<Void> note(ReceivedRecord record, AttemptNote note);

  /**
   * The record is answered: forgets what was noted of it.
   *
   * @return completes once that is durable
   */
  CompletableFuture<Void> forget(ReceivedRecord record, AttemptHistory history);
}
