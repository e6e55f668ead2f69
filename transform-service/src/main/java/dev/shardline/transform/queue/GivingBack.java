package dev.shardline.transform.queue;

import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.ShardMeter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives back what was acquired and is not computed here. That is noted first: whoever acquires the
 * record next would take a delivery of which nothing is noted for an attempt. Confined to the
 * slot's queue thread.
 */
final class GivingBack {

  /** Brokers that are away must not keep from others what is held here. */
  private static final Duration NOTED_WITHIN = Duration.ofSeconds(1);

  private final Attempts attempts;
  private final ShardMeter meter;

  /**
   * Gives back for one slot.
   *
   * @param meter counts what is given back
   */
  GivingBack(Attempts attempts, ShardMeter meter) {
    this.attempts = attempts;
    this.meter = meter;
  }

  /** Gives all of them back, at once and in good order; those of an empty list cost nothing. */
  void all(List<ReceivedRecord> records, ShardQueue queue) {
    if (records.isEmpty()) {
      return;
    }
    await(
        CompletableFuture.allOf(
            records.stream().map(attempts::givenBack).toArray(CompletableFuture[]::new)));
    for (ReceivedRecord record : records) {
      queue.release(record);
      meter.givenBack();
    }
  }

  private static void await(CompletableFuture<Void> noted) {
    try {
      noted.get(NOTED_WITHIN.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Without the note an attempt is counted that there was not, which fails no shard.
    }
  }
}
