package dev.shardline.transform.requeue;

import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.attempt.Trial;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What becomes of shards that failed for now. Thread-safe. */
public final class Retries {

  private final Requeuer requeuer;
  private final int maxAttempts;
  private final Backoff backoff;
  private final InstantSource clock;

  /**
   * Retries of one worker.
   *
   * @param maxAttempts how often a shard is tried, from 1
   */
  public Retries(Requeuer requeuer, int maxAttempts, Backoff backoff, InstantSource clock) {
    this.requeuer = requeuer;
    this.maxAttempts = maxAttempts;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** How the shard is to be tried again after an attempt; empty if that was the last. */
  public Optional<Requeued> after(ReceivedRecord record, Trial.Run attempt) {
    if (attempt.number() >= maxAttempts) {
      return Optional.empty();
    }
    Requeued before = record.requeued();
    return Optional.of(
        new Requeued(before.origin(), attempt.number(), before.deaths(), before.redrives()));
  }

  /** Lets a record wait for its next attempt; see {@link Requeuer#postpone}. */
  public CompletableFuture<Void> postpone(ReceivedRecord record, Requeued as) {
    return requeuer.postpone(record, as, clock.instant().plus(backoff.after(as.attempts())));
  }

  /** Puts a record back at once; see {@link Requeuer#requeue}. */
  public CompletableFuture<Void> requeue(ReceivedRecord record, Requeued as) {
    return requeuer.requeue(record, as);
  }
}
