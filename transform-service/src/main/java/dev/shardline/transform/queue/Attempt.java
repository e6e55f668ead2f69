package dev.shardline.transform.queue;

import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.HeldRecord;
import dev.shardline.transform.shard.ShardEnd;
import dev.shardline.transform.shard.ShardWork;
import dev.shardline.transform.shard.Stop;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One delivered record on its way through the compute thread. Thread-safe. */
final class Attempt implements HeldRecord {

  /** How long a computation may go on that was told to stop, before it is answered without it. */
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

  private enum State {
    WAITING,
    STARTED,
    CLAIMED,
    WITHDRAWN,
    ABANDONED
  }

  private final ReceivedRecord record;
  private final AttemptHistory history;
  private final ShardWork work;
  private final Lease lease;
  private final Stop stop = new Stop();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<ShardEnd> answered = new CompletableFuture<>();
  private volatile long startedAt;
  private volatile long computedAt;

  Attempt(ReceivedRecord record, AttemptHistory history, ShardWork work, Lease lease) {
    this.record = record;
    this.history = history;
    this.work = work;
    this.lease = lease;
  }

  @Override
  public ReceivedRecord record() {
    return record;
  }

  @Override
  public AttemptHistory history() {
    return history;
  }

  @Override
  public Stop stop() {
    return stop;
  }

  @Override
  public boolean claim() {
    return lease.awaitValid(() -> state.get() == State.STARTED)
        && state.compareAndSet(State.STARTED, State.CLAIMED);
  }

  /** What happens once the answer is durable, or there will be none. */
  void whenSettled(Runnable action) {
    var _ = answered.whenComplete((_, _) -> action.run());
  }

  /** How long it has been computing so far, or took to compute; zero before it starts. */
  Duration cost() {
    if (startedAt == 0) {
      return Duration.ZERO;
    }
    long end = computedAt == 0 ? System.nanoTime() : computedAt;
    return Duration.ofNanos(end - startedAt);
  }

  /** Whether it has not started, and still may. */
  boolean isWaiting() {
    return state.get() == State.WAITING;
  }

  /** Whether it computes now. */
  boolean isComputing() {
    return startedAt != 0 && computedAt == 0;
  }

  /** Whether it was told to stop, is still to be answered, and does not stop. */
  boolean isStuck() {
    return isComputing()
        && state.get() == State.STARTED
        && stop.wasRequestedBefore(STOPS_WITHIN.toNanos());
  }

  /** Whether there is no answer, and will be none. */
  boolean hasFailed() {
    return answered.isCompletedExceptionally();
  }

  boolean isAnswered() {
    return answered.isDone() && !answered.isCompletedExceptionally();
  }

  /** What it came to, once it is answered. */
  ShardEnd end() {
    return answered.join();
  }

  /** Why there is no answer, once that is so. */
  Throwable failure() {
    return answered.handle((done, failure) -> failure).join();
  }

  /** Computes on the calling thread, unless it was taken back. */
  void run() {
    if (!state.compareAndSet(State.WAITING, State.STARTED)) {
      return;
    }
    startedAt = System.nanoTime();
    try {
      CompletableFuture<ShardEnd> answer = work.process(this);
      computedAt = System.nanoTime();
      var _ = answer.whenComplete(this::answer);
      // Errors too: an attempt that never completes would hold its lock for ever.
    } catch (Throwable e) {
      computedAt = System.nanoTime();
      // Whoever claimed it instead answers it.
      if (state.get() != State.CLAIMED) {
        answered.completeExceptionally(e);
      }
    }
  }

  /** Answers it without its computation, which is stuck; unless that has just come to its end. */
  void answerInstead() {
    CompletableFuture<ShardEnd> answer = work.answerStopped(this);
    var _ =
        answer.whenComplete((end, failure) -> {
          if (!(failure instanceof CancellationException)) {
            answer(end, failure);
          }
        });
  }

  /**
   * Takes it back before it starts.
   *
   * @return whether that was in time
   */
  boolean withdraw() {
    boolean inTime = state.compareAndSet(State.WAITING, State.WITHDRAWN);
    if (inTime) {
      answered.cancel(false);
    }
    return inTime;
  }

  /** Stops it wherever it is; unless its answer is on its way already, none is published. */
  void abandon() {
    State before = state.getAndUpdate(now -> now == State.CLAIMED ? now : State.ABANDONED);
    if (before != State.CLAIMED) {
      stop.request(Stop.Cause.NO_LONGER_OURS);
    }
    answered.cancel(false);
  }

  private void answer(ShardEnd end, @Nullable Throwable failure) {
    if (failure == null) {
      answered.complete(end);
    } else {
      answered.completeExceptionally(failure);
    }
  }
}
