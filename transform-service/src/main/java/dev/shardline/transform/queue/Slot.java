package dev.shardline.transform.queue;

import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.ShardWork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One CPU slot: a thread that computes, and one, the caller of {@link #serve}, that talks to the
 * queue and never computes. While a record is renewed, Kafka's share consumer gives out no other;
 * so a consumer that holds a long shard cannot feed other threads, and each slot has its own.
 */
final class Slot {

  private static final System.Logger LOG = System.getLogger(Slot.class.getName());

  /** How long the queue thread waits before it looks at the drain again. */
  private static final Duration TURN = Duration.ofMillis(250);

  /**
   * So often, within one lock, it is renewed: a pause of the JVM for a third of it does no harm.
   */
  private static final int RENEWALS_PER_LOCK = 3;

  /** What is acquired with a shard that takes longer than this is given back. */
  private static final Duration LONG_SHARD = Duration.ofMillis(50);

  /** Giving back costs a delivery, so once is enough: the others are for real attempts. */
  private static final int MAX_DELIVERIES_TO_GIVE_BACK = 1;

  private final AcquisitionSize size = new AcquisitionSize();
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
   * Takes shards until the drain begins or another acquisition size is better, and returns when
   * none is held any more. The queue is not closed.
   *
   * @param queue gives {@link #acquisitionSize()} records at a time
   * @throws InterruptedException if the thread is interrupted
   */
  void serve(ShardQueue queue) throws InterruptedException {
    int served = size.get();
    while (!drain.hasBegun() && size.get() == served) {
      List<ReceivedRecord> acquired = queue.acquire(TURN);
      if (drain.hasBegun()) {
        acquired.forEach(queue::release);
      } else if (!acquired.isEmpty()) {
        finish(acquired, queue);
      }
    }
  }

  /** How many shards the queue should give at a time. */
  int acquisitionSize() {
    return size.get();
  }

  private void finish(List<ReceivedRecord> acquired, ShardQueue queue) throws InterruptedException {
    List<Attempt> attempts = acquired.stream().map(record -> new Attempt(record, work)).toList();
    Deque<List<Attempt>> turns = Turns.of(attempts);
    List<Attempt> held = attempts;
    List<Attempt> turn = List.of();
    try {
      while (!held.isEmpty()) {
        if (turn.stream().noneMatch(held::contains)) {
          turn = turns.remove();
          turn.forEach(attempt -> attempt.startOn(computeThread));
        }
        awaitAnswers(turn, held, renewalInterval(queue));
        held = settle(held, queue);
        held = renew(held, queue);
      }
      size.learn(attempts.stream().map(Attempt::cost).filter(Duration::isPositive).toList());
    } finally {
      // Not empty only if the queue failed: whatever is still computed is no longer ours to answer.
      held.forEach(Attempt::abandon);
    }
  }

  private static Duration renewalInterval(ShardQueue queue) {
    return queue.lockDuration().dividedBy(RENEWALS_PER_LOCK);
  }

  /** Waits for a turn's answers, but not beyond what has to be done about the others. */
  private void awaitAnswers(List<Attempt> turn, List<Attempt> held, Duration atMost)
      throws InterruptedException {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(
            turn.stream().map(Attempt::answered).toArray(CompletableFuture<?>[]::new));
    Duration look = held.size() == 1 ? TURN : LONG_SHARD.dividedBy(2);
    long deadline = System.nanoTime() + atMost.toNanos();
    boolean drainWasSeen = drain.hasBegun();
    while (!all.isDone()
        && System.nanoTime() - deadline < 0
        && !drain.isOver()
        && drain.hasBegun() == drainWasSeen
        && held.stream().noneMatch(attempt -> waitsInVain(attempt, held))) {
      try {
        all.get(look.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // One more look.
      } catch (ExecutionException e) {
        // Each attempt's own failure is looked at when it is settled.
        return;
      }
    }
  }

  /** Whether a shard stands behind a long one while another worker may be idle. */
  private static boolean waitsInVain(Attempt attempt, List<Attempt> held) {
    return attempt.isWaiting()
        && attempt.record().deliveryCount() <= MAX_DELIVERIES_TO_GIVE_BACK
        && held.stream()
            .anyMatch(other -> other.isComputing() && other.cost().compareTo(LONG_SHARD) > 0);
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
      } else if (waitsInVain(attempt, held) && attempt.withdraw()) {
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
