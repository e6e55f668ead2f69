package dev.shardline.transform.queue;

import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.ShardMeter;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a slot holds of an acquisition, until each record is answered, given back or lost. Confined
 * to the slot's queue thread.
 */
final class Holding {

  private static final System.Logger LOG = System.getLogger(Holding.class.getName());

  /** What is acquired with a shard that takes longer than this is given back. */
  private static final Duration LONG_SHARD = Duration.ofMillis(250);

  private final Attempts attempts;
  private final Drain drain;
  private final LostLocks lostLocks;
  private final ShardMeter meter;
  private final GivingBack givingBack;
  private final ShardQueue queue;
  private final Lease lease;
  private List<Attempt> held;

  /**
   * Holds what was acquired.
   *
   * @param meter is told how each record leaves
   * @param queue where these records came from
   * @param lease how long they are locked
   */
  Holding(
      List<Attempt> acquired,
      Attempts attempts,
      Drain drain,
      LostLocks lostLocks,
      ShardMeter meter,
      GivingBack givingBack,
      ShardQueue queue,
      Lease lease) {
    this.held = acquired;
    this.attempts = attempts;
    this.drain = drain;
    this.lostLocks = lostLocks;
    this.meter = meter;
    this.givingBack = givingBack;
    this.queue = queue;
    this.lease = lease;
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  /** Those that have not started. */
  List<Attempt> waiting() {
    return held.stream().filter(Attempt::isWaiting).toList();
  }

  /** One whose computation goes on though it was told to stop. */
  Optional<Attempt> stuck() {
    return held.stream().filter(Attempt::isStuck).findAny();
  }

  /** Whether something waits behind a long shard that another worker could begin. */
  boolean holdsUpOthers() {
    return oneIsLong() && held.stream().anyMatch(this::couldBeAnothers);
  }

  /** Accepts what is answered, and gives back what will not be. */
  void settle() {
    boolean oneIsLong = oneIsLong();
    List<Attempt> remaining = new ArrayList<>();
    List<ReceivedRecord> back = new ArrayList<>();
    for (Attempt attempt : held) {
      if (attempt.isAnswered()) {
        queue.accept(attempt.record());
        meter.ended(attempt.end());
      } else if (attempt.hasFailed()) {
        LOG.log(
            Level.ERROR,
            "The shard at " + attempt.record().position() + " was not answered; it is given back",
            attempt.failure());
        if (drain.hasBegun()) {
          back.add(attempt.record());
        } else {
          queue.release(attempt.record());
          meter.givenBack();
        }
      } else if (drain.hasBegun() && (attempt.withdraw() || drain.isOver())) {
        attempt.abandon();
        back.add(attempt.record());
      } else if (oneIsLong && couldBeAnothers(attempt) && attempt.withdraw()) {
        back.add(attempt.record());
      } else {
        remaining.add(attempt);
      }
    }
    held = remaining;
    givingBack.all(back, queue);
  }

  /** Keeps the locks of what remains, and drops the attempts whose lock is lost. */
  void renew() {
    if (held.isEmpty()) {
      return;
    }
    long asked = System.nanoTime();
    List<ReceivedRecord> lost = queue.renew(held.stream().map(Attempt::record).toList());
    List<Attempt> kept = new ArrayList<>();
    for (Attempt attempt : held) {
      if (lost.contains(attempt.record())) {
        drop(attempt);
      } else {
        kept.add(attempt);
      }
    }
    if (!kept.isEmpty()) {
      lease.extend(asked, queue.lockDuration());
    }
    held = kept;
  }

  /** Stops what is still computed: it is no longer this slot's to answer. */
  void abandon() {
    held.forEach(attempt -> {
      attempt.abandon();
      meter.lost();
    });
  }

  private void drop(Attempt attempt) {
    meter.lost();
    if (attempt.withdraw()) {
      var _ = attempts.givenBack(attempt.record());
    } else {
      attempt.abandon();
      attempts.dropped(attempt.record());
    }
    LOG.log(
        Level.WARNING,
        "Lost the lock of the shard at %s: its attempt is dropped; locks lost so far: %d"
            .formatted(attempt.record().position(), lostLocks.add()));
  }

  /** Whether what stands behind what is computed waits while another worker may be idle. */
  private boolean oneIsLong() {
    return held.stream()
        .anyMatch(attempt -> attempt.isComputing() && attempt.cost().compareTo(LONG_SHARD) > 0);
  }

  private boolean couldBeAnothers(Attempt attempt) {
    return attempt.isWaiting() && attempts.mayBeGivenBack(attempt.record());
  }
}
