package dev.shardline.transform.shard;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.transform.computation.Computed;
import dev.shardline.transform.computation.ShardComputation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.result.ResultPublisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is done with one record, from its bytes to its answer. Every record gets an answer: a value,
 * or a failure, which also puts the record among the dead letters. Thread-safe.
 */
public final class ShardWork {

  private final ShardComputation computation;
  private final ResultPublisher results;
  private final int maxAttempts;
  private final String worker;
  private final InstantSource clock;

  /**
   * The work of one worker.
   *
   * @param maxAttempts how often a shard may be delivered before it is given up, from 1
   * @param worker this process, as results name it
   */
  public ShardWork(
      ShardComputation computation,
      ResultPublisher results,
      int maxAttempts,
      String worker,
      InstantSource clock) {
    this.computation = computation;
    this.results = results;
    this.maxAttempts = maxAttempts;
    this.worker = worker;
    this.clock = clock;
  }

  /**
   * Computes on the calling thread, and publishes.
   *
   * @param held asked before anything is published: whether this worker still has the record
   * @return completes once the answer is durable, when the record may be acknowledged
   * @throws InterruptedException if the answer is no longer wanted
   * @throws CancellationException if the record is no longer held; nothing was published
   */
  public CompletableFuture<Void> process(ReceivedRecord record, BooleanSupplier held)
      throws InterruptedException {
    Instant started = clock.instant();
    return switch (ShardCodec.decode(record.value(), record.position())) {
      case Decoded.Invalid<ShardId, Shard> invalid ->
          fail(record, invalid.id(), null, invalid.failure(), started, held);
      case Decoded.Valid<ShardId, Shard> valid -> process(record, valid.message(), started, held);
    };
  }

  private CompletableFuture<Void> process(
      ReceivedRecord record, Shard shard, Instant started, BooleanSupplier held)
      throws InterruptedException {
    if (record.deliveryCount() > maxAttempts) {
      Failure failure =
          new Failure(
              Reason.ATTEMPTS_EXHAUSTED,
              "given up after %d attempts, none of which came to an end".formatted(maxAttempts));
      return fail(record, shard.id(), shard, failure, started, held);
    }
    return switch (computation.compute(shard)) {
      case Computed.None(Failure failure) ->
          fail(record, shard.id(), shard, failure, started, held);
      case Computed.Value(var value) -> {
        requireHeld(held);
        yield results.publish(
            new ShardResult.Done(
                shard.id(), shard.transform(), shard.number(), value, execution(record, started)));
      }
    };
  }

  private CompletableFuture<Void> fail(
      ReceivedRecord record,
      ShardId id,
      @Nullable Shard shard,
      Failure failure,
      Instant started,
      BooleanSupplier held) {
    requireHeld(held);
    Execution execution = execution(record, started);
    ShardResult result =
        new ShardResult.Failed(
            id,
            shard == null ? null : shard.transform(),
            shard == null ? null : shard.number(),
            failure,
            execution);
    DeadLetter cause =
        new DeadLetter(
            id.key(), record.position(), failure, record.deliveryCount(), clock.instant(), worker);
    // The dead letter first: whoever sees the failure finds the record.
    return results.publish(record, cause).thenCompose(done -> results.publish(result));
  }

  private static void requireHeld(BooleanSupplier held) {
    if (!held.getAsBoolean()) {
      throw new CancellationException("the record is no longer held");
    }
  }

  private Execution execution(ReceivedRecord record, Instant started) {
    Duration queued = Duration.between(record.position().timestamp(), started);
    return new Execution(
        record.deliveryCount(),
        worker,
        // A producer's clock may be ahead of ours.
        queued.isNegative() ? Duration.ZERO : queued,
        Duration.between(started, clock.instant()));
  }
}
