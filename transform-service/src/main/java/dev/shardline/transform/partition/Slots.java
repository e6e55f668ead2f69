package dev.shardline.transform.partition;

import dev.shardline.transform.queue.Drain;
import dev.shardline.transform.requeue.Backoff;
import dev.shardline.transform.shard.ShardEnd;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardWork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that compute, one for each slot. One goes on with the next record while the answer of
 * the last becomes durable. Thread-safe.
 */
final class Slots {

  private static final System.Logger LOG = System.getLogger(Slots.class.getName());

  /** How long a computation may go on that was told to stop, before it is answered without it. */
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

  /** A core that was taken for so long is not given back. */
  private static final Duration STUCK_FOR = Duration.ofMinutes(1);

  private static final Duration TURN = Duration.ofMillis(50);

  private final ShardWork work;
  private final ShardMeter meter;
  private final Drain drain;
  private final Backlog backlog;
  private final Backoff backoff;
  private final List<SlotThread> threads = new CopyOnWriteArrayList<>();
  private final List<SlotThread> stuck = new CopyOnWriteArrayList<>();

  /**
   * Slots that are not in service.
   *
   * @param meter counts the records that come and leave
   * @param drain says when to stop
   * @param backlog has the records
   * @param backoff how long one waits that came to no answer
   */
  Slots(ShardWork work, ShardMeter meter, Drain drain, Backlog backlog, Backoff backoff) {
    this.work = work;
    this.meter = meter;
    this.drain = drain;
    this.backlog = backlog;
    this.backoff = backoff;
  }

  /**
   * Puts so many in service.
   *
   * @param gate what each waits for before it begins anything
   */
  void start(int count, Gate gate) {
    for (int slot = 0; slot < count; slot++) {
      threads.add(thread(slot, gate));
    }
  }

  /** Goes on without computations that do not stop; to be called several times a second. */
  void goOnWithoutStuck() {
    for (int slot = 0; slot < threads.size(); slot++) {
      SlotThread thread = threads.get(slot);
      Delivery delivery = thread.current();
      if (delivery != null && !drain.hasBegun() && delivery.isStuckFor(STOPS_WITHIN)) {
        LOG.log(
            Level.ERROR,
            "The computation of the shard at %s does not stop though it was told to; its thread is given up, and takes a core until this process ends"
                .formatted(delivery.record().position()));
        thread.giveUp();
        stuck.add(thread);
        threads.set(slot, thread(slot, _ -> true));
        answerInstead(delivery);
      }
    }
  }

  /** Whether no core is lost: to a computation that goes on, or with its thread. */
  boolean areSound() {
    stuck.removeIf(thread -> !thread.isAlive());
    return stuck.stream().noneMatch(thread -> thread.isStuckFor(STUCK_FOR))
        && (drain.hasBegun() || threads.stream().allMatch(SlotThread::isAlive));
  }

  /**
   * Waits until nothing is computed, once the drain has begun.
   *
   * @return whether that was so before the drain was over
   */
  boolean awaitEnd() throws InterruptedException {
    for (SlotThread thread : threads) {
      while (!thread.join(TURN)) {
        if (drain.isOver()) {
          return false;
        }
      }
    }
    return true;
  }

  private SlotThread thread(int slot, Gate gate) {
    return new SlotThread("slot-" + (slot + 1), gate, drain, backlog, this::compute);
  }

  private void compute(Delivery delivery) {
    meter.acquired(1);
    CompletableFuture<ShardEnd> answer;
    try {
      answer = work.process(delivery);
    } catch (CancellationException e) {
      if (!delivery.isAbandoned()) {
        // It was answered in the place of this computation.
        return;
      }
      answer = CompletableFuture.failedFuture(e);
      // Errors too: a record that never leaves would hold up its partition in silence.
    } catch (Throwable e) {
      answer = CompletableFuture.failedFuture(e);
    }
    var _ = answer.whenComplete((end, failure) -> settle(delivery, end, failure));
  }

  /** Unless the computation has just come to its end, or the answer is another worker's to give. */
  private void answerInstead(Delivery delivery) {
    var _ =
        work.answerStopped(delivery)
            .whenComplete((end, failure) -> {
              if (!(failure instanceof CancellationException)) {
                settle(delivery, end, failure);
              }
            });
  }

  private void settle(Delivery delivery, ShardEnd end, @Nullable Throwable failure) {
    if (failure == null) {
      if (delivery.progress().answered(delivery)) {
        meter.ended(end);
      } else {
        meter.lost();
      }
      backlog.left(delivery);
    } else if (delivery.isAbandoned()) {
      leaveWithoutAnswer(delivery);
    } else {
      tryAgain(delivery, failure);
    }
  }

  private void tryAgain(Delivery delivery, Throwable failure) {
    Delivery again = delivery.failed();
    if (!delivery.progress().again(delivery, again)) {
      leaveWithoutAnswer(delivery);
      return;
    }
    meter.givenBack();
    Duration wait = backoff.after(again.failures());
    LOG.log(
        Level.ERROR,
        "The shard at %s came to no answer, and is tried again in %d ms"
            .formatted(delivery.record().position(), wait.toMillis()),
        failure);
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> backlog.again(again));
  }

  private void leaveWithoutAnswer(Delivery delivery) {
    if (delivery.progress().isAnothers()) {
      meter.lost();
    } else {
      meter.givenBack();
    }
    backlog.left(delivery);
  }

  /** Something to wait for. */
  @FunctionalInterface
  interface Gate {

    /**
     * Waits.
     *
     * @return whether the wait is over
     */
    boolean await(Duration atMost) throws InterruptedException;
  }
}
