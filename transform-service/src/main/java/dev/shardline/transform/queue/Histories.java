package dev.shardline.transform.queue;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.ShardMeter;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns what was tried of records before any of them begins. While that cannot be known they wait
 * here, with their locks kept: given back, they would spend one delivery after the other, until the
 * broker archives them in silence. Only for a worker that never was in service they do not wait
 * long, as others may be able to begin them. Confined to the slot's queue thread.
 */
final class Histories {

  private static final System.Logger LOG = System.getLogger(Histories.class.getName());

  /** Long before a lock is over, without a renewal. */
  private static final int GATE_OPENS_WITHIN_LOCK = 3;

  private static final Duration LOOK_AT_DRAIN = Duration.ofMillis(250);
  private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(1);

  private final Gate gate;
  private final Attempts attempts;
  private final Drain drain;
  private final ShardMeter meter;

  /**
   * For one slot.
   *
   * @param gate waited for before anything is asked
   */
  Histories(Gate gate, Attempts attempts, Drain drain, ShardMeter meter) {
    this.gate = gate;
    this.attempts = attempts;
    this.drain = drain;
    this.meter = meter;
  }

  /**
   * Waits until they are known.
   *
   * @param held the records; those whose locks are lost meanwhile are taken out
   * @param lease extended with every renewal
   * @return what is noted of them, by position; empty if the drain began before that was known, or
   *     the gate did not open
   */
  Optional<Map<RecordPosition, AttemptHistory>> await(
      List<ReceivedRecord> held, Lease lease, ShardQueue queue) throws InterruptedException {
    if (!opensWithin(queue.lockDuration().dividedBy(GATE_OPENS_WITHIN_LOCK))) {
      return Optional.empty();
    }
    while (!drain.hasBegun()) {
      try {
        return Optional.of(attempts.histories(held));
      } catch (RuntimeException e) {
        LOG.log(
            Level.ERROR,
            "What was tried of %d shards cannot be known, so that none of them begins; asking again: %s"
                .formatted(held.size(), e.getMessage()));
      }
      Thread.sleep(READ_AGAIN_AFTER);
      long asked = System.nanoTime();
      List<ReceivedRecord> lost = queue.renew(held);
      lost.forEach(record -> meter.lost());
      held.removeAll(lost);
      lease.extend(asked, queue.lockDuration());
    }
    return Optional.empty();
  }

  private boolean opensWithin(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    boolean open = false;
    while (!open && !drain.hasBegun() && System.nanoTime() - deadline < 0) {
      open = gate.await(LOOK_AT_DRAIN);
    }
    return open;
  }
}
