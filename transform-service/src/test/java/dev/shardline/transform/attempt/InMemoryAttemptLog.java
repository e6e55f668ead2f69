package dev.shardline.transform.attempt;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A log that every worker of a test shares. Thread-safe. */
public final class InMemoryAttemptLog implements AttemptLog {

  private final Map<RecordPosition, TreeMap<Integer, AttemptNote>> notes = new HashMap<>();
  private boolean unreadable;

  /** Whether reading fails from now on. */
  public synchronized void unreadable(boolean now) {
    unreadable = now;
  }

  @Override
  public synchronized Map<RecordPosition, AttemptHistory> read(Collection<ReceivedRecord> records) {
    if (unreadable) {
      throw new IllegalStateException("the log cannot be read");
    }
    Map<RecordPosition, AttemptHistory> histories = new HashMap<>();
    for (ReceivedRecord record : records) {
      TreeMap<Integer, AttemptNote> known = notes.get(record.position());
      if (known != null) {
        histories.put(record.position(), new AttemptHistory(known));
      }
    }
    return histories;
  }

  @Override
  public synchronized CompletableFuture<Void> note(ReceivedRecord record, AttemptNote note) {
    notes
        .computeIfAbsent(record.position(), absent -> new TreeMap<>())
        .put(record.deliveryCount(), note);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> forget(
      ReceivedRecord record, AttemptHistory history) {
    notes.remove(record.position());
    return CompletableFuture.completedFuture(null);
  }

  /** Whether nothing is noted of any record. */
  public synchronized boolean isEmpty() {
    return notes.isEmpty();
  }
}
