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
 * broker archives them in silence. Confined to the slot's queue thread.
 */
final class Histories {

  private static final System.Logger LOG = System.getLogger(Histories.class.getName());

  private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(1);

  private final Attempts attempts;
  private final Drain drain;
  private final ShardMeter meter;

  Histories(Attempts attempts, Drain drain, ShardMeter meter) {
    this.attempts = attempts;
    this.drain = drain;
    this.meter = meter;
  }

  /**
   * Waits until they are known.
   *
   * @param held the records; those whose locks are lost meanwhile are taken out
   * @param lease extended with every renewal
   * @return what is noted of them, by position; empty if the drain began before that was known
   */
  Optional<Map<RecordPosition, AttemptHistory>> await(
      List<ReceivedRecord> held, Lease lease, ShardQueue queue) throws InterruptedException {
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
}
