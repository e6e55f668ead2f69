package dev.shardline.transform.attempt;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.util.function.IntSupplier;

/**
 * Decides what follows from a record's history. Immutable.
 *
 * <p>A broker counts deliveries, which are no attempts: a record that was acquired with a killer is
 * delivered again without having been begun. So a delivery count convicts nobody. From the second
 * delivery on, attempts are noted before they begin; a note without an end is a worker's death. If
 * others were computed in the process then, the death may be theirs: so the record's next attempt
 * is made alone, and only one that dies alone, and was tried as often as allowed, is given up. The
 * first delivery is not noted, which would cost every shard the time of a write; if it did not end
 * in good order, it counts as an attempt, but never as proof.
 */
public final class AttemptPolicy {

  private final int maxAttempts;
  private final IntSupplier deliveryLimit;

  /**
   * A policy.
   *
   * @param maxAttempts how often a shard is tried, from 1
   * @param deliveryLimit after how many deliveries the broker archives a record in silence, from 2
   */
  public AttemptPolicy(int maxAttempts, IntSupplier deliveryLimit) {
    this.maxAttempts = maxAttempts;
    this.deliveryLimit = deliveryLimit;
  }

  /** How often a shard is tried. */
  public int maxAttempts() {
    return maxAttempts;
  }

  /** Whether a record's history matters; that of others need not be read. */
  public static boolean isSuspect(ReceivedRecord record) {
    return record.deliveryCount() > 1 || wasTriedBefore(record);
  }

  /** Whether the record may be given back without coming near to the end of its deliveries. */
  public boolean mayBeGivenBack(ReceivedRecord record) {
    return record.deliveryCount() < requeuedFrom() - 1;
  }

  /** What is to be done with a record. */
  public Trial decide(ReceivedRecord record, AttemptHistory history) {
    if (!isSuspect(record)) {
      return Trial.Run.FIRST;
    }
    AttemptNote.Verdict verdict = history.verdict().orElse(null);
    if (verdict != null) {
      return new Trial.Fail(verdict.number(), verdict.failure());
    }
    if (history.wasMoved()) {
      return new Trial.Pass(1);
    }
    Requeued before = record.requeued();
    int deaths = before.deaths() + history.deaths();
    int tried =
        before.attempts()
            + history.deaths()
            + history.dropped()
            + (oneMayHaveDied(record, history) ? 1 : 0);
    AttemptNote.Begun last = history.lastDeath().orElse(null);
    if (last != null && last.alone() && tried >= maxAttempts) {
      return new Trial.Fail(tried, exhausted(tried, last));
    }
    if (record.deliveryCount() >= requeuedFrom()) {
      return new Trial.Requeue(
          tried + 1, new Requeued(before.origin(), tried, deaths, before.redrives()));
    }
    return isFresh(record, history)
        ? Trial.Run.FIRST
        : new Trial.Run(tried + 1, true, deaths > 0 || tried + 1 >= maxAttempts);
  }

  /**
   * Half of the deliveries are kept in reserve: whoever acquires the record from then on may die
   * before it is safe, and so may the next.
   */
  private int requeuedFrom() {
    return Math.max(2, (deliveryLimit.getAsInt() + 1) / 2);
  }

  private static boolean wasTriedBefore(ReceivedRecord record) {
    return record.requeued().attempts() > 0;
  }

  /** Whether it comes as if for the first time: what was acquired before was given back. */
  private static boolean isFresh(ReceivedRecord record, AttemptHistory history) {
    return !wasTriedBefore(record) && history.firstInDoubt() >= record.deliveryCount();
  }

  private static boolean oneMayHaveDied(ReceivedRecord record, AttemptHistory history) {
    int inDoubt = history.firstInDoubt();
    return !wasTriedBefore(record) && inDoubt < record.deliveryCount() && !history.knows(inDoubt);
  }

  private static Failure exhausted(int tried, AttemptNote.Begun last) {
    return new Failure(
        Reason.ATTEMPTS_EXHAUSTED,
        "given up after %d attempts, none of which came to an end; the last worker, which computed nothing else meanwhile, was %s"
            .formatted(tried, last.worker()));
  }
}
