package dev.shardline.transform.queue;

import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardWork;
import dev.shardline.worker.access.KafkaAccess;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one slot in service: with a queue of its own, opened again when it fails, and when another
 * acquisition size is better, since Kafka's consumers keep theirs for life.
 */
final class SlotRunner implements Runnable {

  private static final System.Logger LOG = System.getLogger(SlotRunner.class.getName());

  private static final Duration REOPEN_AFTER = Duration.ofSeconds(1);

  private static final Duration LOOK_AT_DRAIN = Duration.ofMillis(250);

  private static final Duration REOPEN_AFTER_REFUSAL = Duration.ofSeconds(5);

  private final String name;
  private final String right;
  private final ShardWork work;
  private final Attempts attempts;
  private final IntFunction<ShardQueue> queues;
  private final Gate gate;
  private final Drain drain;
  private final LostLocks lostLocks;
  private final ShardMeter meter;
  private final StuckComputations stuck;
  private volatile @Nullable Slot slot;

  /**
   * A slot that is not yet in service.
   *
   * @param name names its threads
   * @param right what the queue needs of the brokers, to be told where it is missing
   * @param queues opens a queue that gives so many records at a time
   * @param gate what the slot waits for before it begins anything
   */
  SlotRunner(
      String name,
      String right,
      ShardWork work,
      Attempts attempts,
      IntFunction<ShardQueue> queues,
      Gate gate,
      Drain drain,
      LostLocks lostLocks,
      ShardMeter meter,
      StuckComputations stuck) {
    this.name = name;
    this.right = right;
    this.work = work;
    this.attempts = attempts;
    this.queues = queues;
    this.gate = gate;
    this.drain = drain;
    this.lostLocks = lostLocks;
    this.meter = meter;
    this.stuck = stuck;
  }

  /** Whether the group has let this slot in; by any thread. */
  boolean hasJoined() {
    Slot present = slot;
    return present != null && present.hasJoined();
  }

  /** Serves until the drain. */
  @Override
  public void run() {
    // Closed without waiting: a transformation that ignores its interruption must not hold up a
    // stop.
    try (ComputeThread computeThread = new ComputeThread(name + "-compute", stuck);
        LeavingQueues leaving = new LeavingQueues()) {
      Slot served = new Slot(work, attempts, computeThread, gate, drain, lostLocks, meter);
      slot = served;
      // The group takes a while to let a worker in; with luck that is when the gate opens.
      serve(served, leaving);
      while (!drain.hasBegun()) {
        if (gate.await(LOOK_AT_DRAIN)) {
          serve(served, leaving);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Slot slot, LeavingQueues leaving) throws InterruptedException {
    ShardQueue queue = queues.apply(slot.acquisitionSize());
    boolean outlived = false;
    try {
      slot.serve(queue);
      outlived = !drain.hasBegun();
    } catch (RuntimeException e) {
      Thread.sleep(reopenAfter(e));
    } finally {
      if (outlived) {
        leaving.add(queue);
      } else {
        close(queue);
      }
    }
  }

  private Duration reopenAfter(RuntimeException failure) {
    Optional<String> refusal = KafkaAccess.refusal(failure, right);
    if (refusal.isPresent()) {
      // Somebody has to grant it: where in the program it was missed helps nobody.
      LOG.log(Level.ERROR, name + ": no shards are taken: " + refusal.get());
      return REOPEN_AFTER_REFUSAL;
    }
    LOG.log(Level.ERROR, name + ": the queue failed; it is opened again", failure);
    return REOPEN_AFTER;
  }

  private void close(ShardQueue queue) {
    try {
      queue.close();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, name + ": the queue did not close", e);
    }
  }
}
