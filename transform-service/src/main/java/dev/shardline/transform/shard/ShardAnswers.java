package dev.shardline.transform.shard;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.tracing.TraceKeys;
import dev.shardline.tracing.TraceSpan;
import dev.shardline.tracing.Traces;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.part.StepRecords;
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
  private final Traces traces;
  private final InstantSource clock;

  /**
   * The answers of one worker.
   *
   * @param worker this process, as results name it
   * @param traces are told of the work that leads to each
   */
  public ShardAnswers(ResultPublisher results, String worker, Traces traces, InstantSource clock) {
    this.results = results;
    this.worker = worker;
    this.traces = traces;
    this.clock = clock;
  }

  /** This process, as results name it. */
  String worker() {
    return worker;
  }

  /**
   * Begins what is done for an answer.
   *
   * @param attempt which attempt at the shard it is, from 1
   */
  Work begin(ReceivedRecord record, int attempt) {
    RecordPosition position = record.position();
    TraceSpan span =
        traces
            .processing(position.topic(), position.partition(), position.offset(), record.trace())
            .with(TraceKeys.ATTEMPT, attempt);
    return new Work(record, attempt, clock.instant(), span);
  }

  CompletableFuture<Void> done(Shard shard, IntegerValue value, String engine, Work work) {
    return results.publish(
        new ShardResult.Done(
            shard.id(), shard.transform(), shard.number(), value, execution(work, engine)),
        work.span.context());
  }

  CompletableFuture<Void> cancelled(Shard shard, Work work) {
    return results.publish(
        new ShardResult.Cancelled(shard.id(), shard.transform(), shard.number(), execution(work)),
        work.span.context());
  }

  /**
   * A failure also puts the record among the dead letters; of a step, that of its shard, so that
   * whoever brings it back has the whole shard computed anew.
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
    return results
        .publish(StepRecords.whole(work.record), cause)
        .thenCompose(done -> results.publish(result, work.span.context()));
  }

  /** How long a record waited until work on it began. */
  Duration queued(Work work) {
    Duration queued = Duration.between(work.record.position().timestamp(), work.started);
    // A producer's clock may be ahead of ours.
    return queued.isNegative() ? Duration.ZERO : queued;
  }

  private Execution execution(Work work) {
    return execution(work, null);
  }

  private Execution execution(Work work, @Nullable String engine) {
    return new Execution(
        work.attempt,
        worker,
        queued(work),
        Duration.between(work.started, clock.instant()),
        engine);
  }

  /**
   * What was done for an answer.
   *
   * @param record what is answered
   * @param attempt which attempt at the shard it was, from 1
   * @param started when it began
   * @param span what traces say of it
   */
  record Work(ReceivedRecord record, int attempt, Instant started, TraceSpan span) {

    /** Which shard it is for, once that is known. */
    void on(Shard shard) {
      span.with(TraceKeys.JOB, shard.id().job())
          .with(TraceKeys.INDEX, shard.id().index())
          .with(TraceKeys.TRANSFORMATION, shard.transform());
    }

    /**
     * What it comes to.
     *
     * @param failure null if it did not fail
     */
    void comesTo(String outcome, @Nullable Failure failure) {
      span.with(TraceKeys.OUTCOME, outcome);
      if (failure != null) {
        span.failed(failure.reason().code());
      }
    }
  }
}
