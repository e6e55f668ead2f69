package dev.shardline.transform.attempt;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** The attempts of one worker: what may begin, how, and what is noted of it. Thread-safe. */
public final class Attempts {

  /** Off the thread on which answers become durable, since forgetting sends in turn. */
  private static final Executor CONTINUATIONS = Thread::startVirtualThread;

  private final AttemptPolicy policy;
  private final AttemptLog log;
  private final Isolation isolation;
  private final String worker;

  /**
   * The attempts of one worker.
   *
   * @param worker this process, as others are told of it
   */
  public Attempts(AttemptPolicy policy, AttemptLog log, Isolation isolation, String worker) {
    this.policy = policy;
    this.log = log;
    this.isolation = isolation;
    this.worker = worker;
  }

  /**
   * Reads what is noted until now, so that the first record whose history matters need not wait for
   * that: until it is dealt with, it is one more death away from the end of its deliveries.
   *
   * @throws RuntimeException if that cannot be read now
   */
  public void prepare() {
    log.read(List.of());
  }

  /**
   * What is noted of those among the records whose history matters.
   *
   * @throws RuntimeException if that cannot be known now; the records are then not to be begun
   */
  public Map<RecordPosition, AttemptHistory> histories(Collection<ReceivedRecord> records) {
    List<ReceivedRecord> suspects = records.stream().filter(AttemptPolicy::isSuspect).toList();
    return suspects.isEmpty() ? Map.of() : log.read(suspects);
  }

  /** What is to be done with a record. */
  public Trial decide(ReceivedRecord record, AttemptHistory history) {
    return policy.decide(record, history);
  }

  /** Whether the record may be given back without coming near to the end of its deliveries. */
  public boolean mayBeGivenBack(ReceivedRecord record) {
    return policy.mayBeGivenBack(record);
  }

  /**
   * Waits while a shard is alone or wants to be, so that no other is taken off the queue.
   *
   * @return whether that came to an end in time
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean awaitTogether(Duration atMost) throws InterruptedException {
    return isolation.awaitTogether(atMost);
  }

  /** Where a record is computed, which it is still to enter. */
  public Isolation.Stay stay() {
    return isolation.stay();
  }

  /**
   * Waits until a record may be computed, and notes its attempt if it is watched.
   *
   * @param stay to be closed by the same thread once the process may die for others' sake without
   *     being blamed on this record: at the end of the computation, if it is watched once its
   *     answer is durable
   * @throws InterruptedException if the thread is interrupted
   */
  public void enter(Isolation.Stay stay, ReceivedRecord record, Trial.Run run)
      throws InterruptedException {
    stay.enter(run.alone());
    if (!run.watched()) {
      return;
    }
    try {
      log.note(record, new AttemptNote.Begun(stay.isAlone(), worker)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the attempt could not be noted", e.getCause());
    }
  }

  /**
   * Notes a failure that another attempt might not come to, before it is published.
   *
   * @return completes once it is durable
   */
  public CompletableFuture<Void> decided(ReceivedRecord record, int attempt, Failure failure) {
    return log.note(record, new AttemptNote.Verdict(attempt, failure));
  }

  /**
   * Notes that another copy of a record is in its place.
   *
   * @return completes once it is durable
   */
  public CompletableFuture<Void> moved(ReceivedRecord record) {
    return log.note(record, new AttemptNote.Moved());
  }

  /**
   * Notes that a record is given back in good order: whatever was begun of it does not count.
   *
   * @return completes once it is durable
   */
  public CompletableFuture<Void> givenBack(ReceivedRecord record) {
    return log.note(record, new AttemptNote.GivenBack());
  }

  /** The record's lock was lost while it was computed. */
  public void dropped(ReceivedRecord record) {
    var _ = log.note(record, new AttemptNote.Dropped());
  }

  /**
   * Forgets what was noted of a record, once its answer is durable.
   *
   * @return completes when both are done
   */
  public CompletableFuture<Void> forgetAfter(
      CompletableFuture<Void> answer, ReceivedRecord record, AttemptHistory history) {
    return AttemptPolicy.isSuspect(record)
        ? answer.thenComposeAsync(done -> log.forget(record, history), CONTINUATIONS)
        : answer;
  }
}
