package dev.shardline.transform.partition;

import dev.shardline.transform.queue.Drain;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread that computes for a slot, one record after the other, until the drain or until it is
 * given up. Thread-safe.
 */
final class SlotThread {

  /** How long it waits before it looks at the drain again. */
  private static final Duration TURN = Duration.ofMillis(250);

  private final Slots.Gate gate;
  private final Drain drain;
  private final Backlog backlog;
  private final Consumer<Delivery> computation;
  private final Thread thread;
  private volatile @Nullable Delivery current;
  private volatile boolean givenUp;
  private volatile long givenUpAt;

  /**
   * Begins.
   *
   * @param gate what it waits for before it begins anything
   * @param backlog has the records
   * @param computation what is done with one that has begun
   */
  SlotThread(
      String name, Slots.Gate gate, Drain drain, Backlog backlog, Consumer<Delivery> computation) {
    this.gate = gate;
    this.drain = drain;
    this.backlog = backlog;
    this.computation = computation;
    // A transformation that ignores its interruption must not hold up a stop.
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::serve);
    thread.start();
  }

  /** What it computes now; null if nothing. */
  @Nullable Delivery current() {
    return current;
  }

  /** It does not come back: what it still computes is its last. */
  void giveUp() {
    givenUpAt = System.nanoTime();
    givenUp = true;
    thread.interrupt();
  }

  /** Whether it takes a core in spite of having been given up so long ago. */
  boolean isStuckFor(Duration longer) {
    return givenUp && thread.isAlive() && System.nanoTime() - givenUpAt >= longer.toNanos();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  /**
   * Waits until it has ended.
   *
   * @return whether that was so in time
   */
  boolean join(Duration atMost) throws InterruptedException {
    return thread.join(atMost);
  }

  private void serve() {
    boolean open = false;
    while (!drain.hasBegun() && !givenUp) {
      try {
        if (!open) {
          open = gate.await(TURN);
          continue;
        }
        Delivery next = backlog.next(TURN);
        if (next != null && !drain.hasBegun()) {
          current = next;
          if (next.begin()) {
            computation.accept(next);
          }
        }
      } catch (InterruptedException e) {
        // Meant for a computation that had just come to its end.
      } finally {
        current = null;
      }
    }
  }
}
