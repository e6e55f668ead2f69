package dev.shardline.transform.queue;

import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.ShardWork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * One CPU slot: a thread that computes, and one, the caller of {@link #serve}, that talks to the
 * queue and never computes. While a record is renewed, Kafka's share consumer gives out no other;
 * so a consumer that holds a long shard cannot feed other threads, and each slot has its own.
 */
final class Slot {

  private static final System.Logger LOG = System.getLogger(Slot.class.getName());

  /** How long the queue thread waits before it looks at the drain again. */
  private static final Duration TURN = Duration.ofMillis(250);

  /** So many times a lock is renewed before it could expire; all but one may fail. */
  private static final int RENEWALS_PER_LOCK = 3;

  private final ShardWork work;
  private final Executor computeThread;
  private final Drain drain;

  /**
   * A slot that is idle.
   *
   * @param computeThread runs one task at a time
   * @param drain says when to stop
   */
  Slot(ShardWork work, Executor computeThread, Drain drain) {
    this.work = work;
    this.computeThread = computeThread;
    this.drain = drain;
  }

  /**
   * Takes shards until the drain begins, and returns when none is held any more. The queue is not
   * closed.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void serve(ShardQueue queue) throws InterruptedException {
    while (!drain.hasBegun()) {
      List<ReceivedRecord> acquired = queue.acquire(TURN);
      if (drain.hasBegun()) {
        acquired.forEach(queue::release);
      } else if (!acquired.isEmpty()) {
        finish(acquired, queue);
      }
    }
  }

  private void finish(List<ReceivedRecord> acquired, ShardQueue queue) throws InterruptedException {
    List<Attempt> held = acquired.stream().map(record -> new Attempt(record, work)).toList();
    try {
      held.forEach(attempt -> attempt.startOn(computeThread));
      while (!held.isEmpty()) {
        awaitAnswers(held, renewalInterval(queue));
        held = settle(held, queue);
        held = renew(held, queue);
      }
    } finally {
      // Not empty only if the queue failed: whatever is still computed is no longer ours to answer.
      held.forEach(Attempt::abandon);
    }
  }

  private static Duration renewalInterval(ShardQueue queue) {
    return queue.lockDuration().dividedBy(RENEWALS_PER_LOCK);
  }

  private void awaitAnswers(List<Attempt> held, Duration atMost) throws InterruptedException {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(
            held.stream().map(Attempt::answered).toArray(CompletableFuture<?>[]::new));
    long deadline = System.nanoTime() + atMost.toNanos();
    BooleanSupplier inTime = () -> System.nanoTime() < deadline;
    boolean drainWasSeen = drain.hasBegun();
    while (!all.isDone() && inTime.getAsBoolean() && !drain.isOver()) {
      if (drain.hasBegun() != drainWasSeen) {
        return;
      }
      try {
        all.get(TURN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // One more turn.
      } catch (ExecutionException e) {
        // Each attempt's own failure is looked at when it is settled.
        return;
      }
    }
  }

  /** Accepts what is answered, and gives back what will not be. */
  private List<Attempt> settle(List<Attempt> held, ShardQueue queue) {
    List<Attempt> remaining = new ArrayList<>();
    for (Attempt attempt : held) {
      if (attempt.isAnswered()) {
        queue.accept(attempt.record());
      } else if (attempt.answered().isCompletedExceptionally()) {
        LOG.log(
            Level.ERROR,
            "The shard at " + attempt.record().position() + " was not answered; it is given back",
            attempt.failure());
        queue.release(attempt.record());
      } else if (drain.hasBegun() && (attempt.withdraw() || drain.isOver())) {
        attempt.abandon();
        queue.release(attempt.record());
      } else {
        remaining.add(attempt);
      }
    }
    return remaining;
  }

  private List<Attempt> renew(List<Attempt> held, ShardQueue queue) {
    if (held.isEmpty()) {
      return held;
    }
    List<ReceivedRecord> lost = queue.renew(held.stream().map(Attempt::record).toList());
    if (lost.isEmpty()) {
      return held;
    }
    List<Attempt> kept = new ArrayList<>();
    for (Attempt attempt : held) {
      if (lost.contains(attempt.record())) {
        LOG.log(
            Level.WARNING,
            "Lost the lock of the shard at "
                + attempt.record().position()
                + ": its attempt is dropped");
        attempt.abandon();
      } else {
        kept.add(attempt);
      }
    }
    return kept;
  }
}
