package dev.shardline.transform.partition;

import dev.shardline.transform.queue.Drain;
import dev.shardline.transform.requeue.Backoff;
import dev.shardline.transform.shard.ShardEnd;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardWork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that compute, one for each slot. One goes on with the next record while the answer of
 * the last becomes durable. Thread-safe.
 */
final class Slots {

  private static final System.Logger LOG = System.getLogger(Slots.class.getName());

  /** How long a thread waits before it looks at the drain again. */
  private static final Duration TURN = Duration.ofMillis(250);

  private final ShardWork work;
  private final ShardMeter meter;
  private final Drain drain;
  private final Backlog backlog;
  private final Backoff backoff;
  private final List<Thread> threads = new ArrayList<>();

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
  synchronized void start(int count, Gate gate) {
    for (int i = 1; i <= count; i++) {
      // A transformation that ignores its interruption must not hold up a stop.
      threads.add(Thread.ofPlatform().daemon().name("slot-" + i).start(() -> serve(gate)));
    }
  }

  /**
   * Waits until nothing is computed, once the drain has begun.
   *
   * @return whether that was so before the drain was over
   */
  synchronized boolean awaitEnd() throws InterruptedException {
    for (Thread thread : threads) {
      while (!thread.join(Duration.ofMillis(50))) {
        if (drain.isOver()) {
          return false;
        }
      }
    }
    return true;
  }

  private void serve(Gate gate) {
    boolean open = false;
    while (!drain.hasBegun()) {
      try {
        if (!open) {
          open = gate.await(TURN);
          continue;
        }
        Delivery delivery = backlog.next(TURN);
        if (delivery != null && !drain.hasBegun() && delivery.begin()) {
          compute(delivery);
        }
      } catch (InterruptedException e) {
        // Meant for a computation that had just come to its end.
      }
    }
  }

  private void compute(Delivery delivery) {
    meter.acquired(1);
    CompletableFuture<ShardEnd> answer;
    try {
      answer = work.process(delivery);
      // Errors too: a record that never leaves would hold up its partition in silence.
    } catch (Throwable e) {
      answer = CompletableFuture.failedFuture(e);
    }
    var _ = answer.whenComplete((end, failure) -> settle(delivery, end, failure));
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
