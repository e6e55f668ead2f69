package dev.shardline.transform.shard;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.result.ResultPublisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers shards. Thread-safe. */
public final class ShardAnswers {

  private final ResultPublisher results;
  private final String worker;
  private final InstantSource clock;

  /**
   * The answers of one worker.
   *
   * @param worker this process, as results name it
   */
  public ShardAnswers(ResultPublisher results, String worker, InstantSource clock) {
    this.results = results;
    this.worker = worker;
    this.clock = clock;
  }

  /** This process, as results name it. */
  String worker() {
    return worker;
  }

  Instant now() {
    return clock.instant();
  }

  CompletableFuture<Void> done(Shard shard, IntegerValue value, Work work) {
    return results.publish(
        new ShardResult.Done(
            shard.id(), shard.transform(), shard.number(), value, execution(work)));
  }

  CompletableFuture<Void> cancelled(Shard shard, Work work) {
    return results.publish(
        new ShardResult.Cancelled(shard.id(), shard.transform(), shard.number(), execution(work)));
  }

  /**
   * A failure also puts the record among the dead letters.
   *
   * @param shard null if it could not be read
   */
  CompletableFuture<Void> failed(ShardId id, @Nullable Shard shard, Failure failure, Work work) {
    ShardResult result =
        new ShardResult.Failed(
            id,
            shard == null ? null : shard.transform(),
            shard == null ? null : shard.number(),
            failure,
            execution(work));
    DeadLetter cause =
        new DeadLetter(
            id.key(),
            work.record.requeued().origin(),
            failure,
            work.attempt,
            clock.instant(),
            worker);
    // The dead letter first: whoever sees the failure finds the record.
    return results.publish(work.record, cause).thenCompose(done -> results.publish(result));
  }

  /** How long a record waited until work on it began. */
  Duration queued(Work work) {
    Duration queued = Duration.between(work.record.position().timestamp(), work.started);
    // A producer's clock may be ahead of ours.
    return queued.isNegative() ? Duration.ZERO : queued;
  }

  private Execution execution(Work work) {
    return new Execution(
        work.attempt, worker, queued(work), Duration.between(work.started, clock.instant()));
  }

  /**
   * What was done for an answer.
   *
   * @param record what is answered
   * @param attempt which attempt at the shard it was, from 1
   * @param started when it began
   */
  record Work(ReceivedRecord record, int attempt, Instant started) {}
}
