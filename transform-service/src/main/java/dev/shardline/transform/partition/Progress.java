package dev.shardline.transform.partition;

import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How far a partition is answered, from its assignment to its revocation. It holds what is not
 * answered, and no more, however far others are ahead of a long shard. Thread-safe.
 */
final class Progress {

  private static final long NONE = -1;

  private final int since;
  private final NavigableMap<Long, Delivery> unanswered = new TreeMap<>();

  /** Behind the record that came last. */
  private long next = NONE;

  private long committed = NONE;
  private boolean closed;
  private boolean anothers;
  private boolean revoked;

  /**
   * A partition of which nothing came yet.
   *
   * @param since the generation of the group that assigned it
   */
  Progress(int since) {
    this.since = since;
  }

  /**
   * Records came.
   *
   * @param generation of the group at that time: what was read before an earlier revocation comes
   *     again
   * @param records in the order of their offsets
   * @return those that are to be answered
   */
  synchronized List<Delivery> received(int generation, List<ReceivedRecord> records) {
    List<Delivery> deliveries = new ArrayList<>(records.size());
    if (closed || generation < since) {
      return deliveries;
    }
    if (committed == NONE && !records.isEmpty()) {
      // Here the group's offset is, or it has none and begins here.
      committed = records.getFirst().position().offset();
    }
    for (ReceivedRecord record : records) {
      Delivery delivery = new Delivery(record, this);
      if (unanswered.putIfAbsent(delivery.offset(), delivery) == null) {
        deliveries.add(delivery);
      }
      next = delivery.offset() + 1;
    }
    return deliveries;
  }

  /**
   * A record's answer is durable.
   *
   * @return whether that is in time for its offset to be committed
   */
  synchronized boolean answered(Delivery delivery) {
    boolean removed = unanswered.remove(delivery.offset(), delivery);
    wakeWhoeverWaits();
    return removed && !revoked;
  }

  /**
   * A record came to no answer.
   *
   * @return whether the other is to be begun in its place
   */
  synchronized boolean again(Delivery failed, Delivery other) {
    wakeWhoeverWaits();
    return !closed && unanswered.replace(failed.offset(), failed, other);
  }

  /** What to commit: all before it are answered. Empty if that is committed already. */
  synchronized OptionalLong toCommit() {
    long answeredBefore = unanswered.isEmpty() ? next : unanswered.firstKey();
    return revoked || answeredBefore == NONE || answeredBefore == committed
        ? OptionalLong.empty()
        : OptionalLong.of(answeredBefore);
  }

  /** How many records came and are not answered. */
  synchronized int unanswered() {
    return unanswered.size();
  }

  /** That offset was committed. */
  synchronized void committed(long offset) {
    committed = offset;
  }

  /**
   * Takes nothing more, and takes back what was not answered, unless its answer is on its way.
   *
   * @param forAnother whether it is to be another worker's
   * @return those that had not begun
   */
  synchronized List<Delivery> close(boolean forAnother) {
    closed = true;
    anothers |= forAnother;
    List<Delivery> notBegun = new ArrayList<>();
    for (Delivery delivery : unanswered.values()) {
      if (delivery.abandon() == Delivery.State.WAITING) {
        notBegun.add(delivery);
      }
    }
    return notBegun;
  }

  /**
   * Waits until no answer is on its way to be durable.
   *
   * @return whether that was so in time
   */
  synchronized boolean awaitAnswers(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (unanswered.values().stream().anyMatch(Delivery::isOnItsWay)) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  /** Whether it is another worker's, or about to be. */
  synchronized boolean isAnothers() {
    return anothers;
  }

  /** From now on nothing can be committed. */
  synchronized void revoke() {
    anothers = true;
    revoked = true;
  }

  private void wakeWhoeverWaits() {
    // Nobody waits as long as the partition is taken from, and this is done for each record.
    notifyAll();
  }
}
