package dev.shardline.transform.queue;

import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.ShardWork;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One delivered record on its way through the compute thread. Thread-safe. */
final class Attempt {

  private enum State {
    WAITING,
    STARTED,
    WITHDRAWN,
    ABANDONED
  }

  private final ReceivedRecord record;
  private final ShardWork work;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<Void> answered = new CompletableFuture<>();
  private volatile long startedAt;
  private volatile long computedAt;
  private final FutureTask<Void> task = new FutureTask<>(this::run, null);

  Attempt(ReceivedRecord record, ShardWork work) {
    this.record = record;
    this.work = work;
  }

  ReceivedRecord record() {
    return record;
  }

  void startOn(Executor computeThread) {
    computeThread.execute(task);
  }

  /** Completes when the answer is durable; exceptionally if there is none. */
  CompletableFuture<Void> answered() {
    return answered;
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

  boolean isAnswered() {
    return answered.isDone() && !answered.isCompletedExceptionally();
  }

  /** Why there is no answer, once that is so. */
  Throwable failure() {
    return answered.handle((done, failure) -> failure).join();
  }

  /**
   * Takes it back before it starts.
   *
   * @return whether that was in time
   */
  boolean withdraw() {
    return state.compareAndSet(State.WAITING, State.WITHDRAWN);
  }

  /** Stops it wherever it is; unless its answer is on its way already, none is published. */
  void abandon() {
    state.set(State.ABANDONED);
    task.cancel(true);
    answered.cancel(false);
  }

  private void run() {
    if (!state.compareAndSet(State.WAITING, State.STARTED)) {
      return;
    }
    startedAt = System.nanoTime();
    try {
      CompletableFuture<Void> answer = work.process(record, () -> state.get() == State.STARTED);
      computedAt = System.nanoTime();
      var _ = answer.whenComplete(this::answer);
      // Errors too: an attempt that never completes would hold its lock for ever.
    } catch (Throwable e) {
      answered.completeExceptionally(e);
    }
  }

  private void answer(@Nullable Void done, @Nullable Throwable failure) {
    if (failure == null) {
      answered.complete(null);
    } else {
      answered.completeExceptionally(failure);
    }
  }
}
