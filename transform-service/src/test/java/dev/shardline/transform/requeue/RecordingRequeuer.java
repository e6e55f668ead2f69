package dev.shardline.transform.requeue;

import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what was put back, and refuses it if a test says so. Thread-safe. */
public final class RecordingRequeuer implements Requeuer {

  private final List<PutBack> records = new CopyOnWriteArrayList<>();
  private volatile @Nullable RuntimeException refusal;

  /** From now on every record is too large. */
  public void refuse() {
    refuse(new RecordTooLarge("shards", new IllegalStateException("2 MB")));
  }

  /** From now on no record can be put back. */
  public void refuse(RuntimeException why) {
    refusal = why;
  }

  /** From now on every record can be put back once more. */
  public void accept() {
    refusal = null;
  }

  /** What was put back, in order. */
  public List<PutBack> records() {
    return List.copyOf(records);
  }

  @Override
  public CompletableFuture<Void> requeue(ReceivedRecord record, Requeued as) {
    return add(new PutBack(record, as, null));
  }

  @Override
  public CompletableFuture<Void> postpone(ReceivedRecord record, Requeued as, Instant due) {
    return add(new PutBack(record, as, due));
  }

  private CompletableFuture<Void> add(PutBack one) {
    RuntimeException why = refusal;
    if (why != null) {
      return CompletableFuture.failedFuture(why);
    }
    records.add(one);
    return CompletableFuture.completedFuture(null);
  }

  /**
   * One record.
   *
   * @param due null if it was put back at once
   */
  public record PutBack(ReceivedRecord record, Requeued as, @Nullable Instant due) {}
}
