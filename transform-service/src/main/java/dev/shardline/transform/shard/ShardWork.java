package dev.shardline.transform.shard;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.attempt.Isolation;
import dev.shardline.transform.attempt.Trial;
import dev.shardline.transform.cancellation.CancelledJobs;
import dev.shardline.transform.computation.Computed;
import dev.shardline.transform.computation.ShardComputation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.requeue.RecordTooLarge;
import dev.shardline.transform.requeue.Retries;
import dev.shardline.transform.shard.ShardAnswers.Work;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What is done with one record, from its bytes to its answer. Every record gets an answer: a value,
 * a failure, which also puts the record among the dead letters, or that its job was cancelled; or
 * it is put on its topic once more, now or later. Thread-safe.
 */
public final class ShardWork {

  private static final System.Logger LOG = System.getLogger(ShardWork.class.getName());

  /** Off the thread on which records become durable, since what follows sends in turn. */
  private static final Executor CONTINUATIONS = Thread::startVirtualThread;

  private final ShardComputation computation;
  private final ShardAnswers answers;
  private final Attempts attempts;
  private final Retries retries;
  private final RunningShards running;
  private final CancelledJobs cancelled;
  private final Duration timeLimit;

  /**
   * The work of one worker.
   *
   * @param attempts knows what becomes of a record that was delivered before
   * @param retries what failed for now
   * @param timeLimit how long a shard may be computed that does not say it itself
   */
  public ShardWork(
      ShardComputation computation,
      ShardAnswers answers,
      Attempts attempts,
      Retries retries,
      RunningShards running,
      CancelledJobs cancelled,
      Duration timeLimit) {
    this.computation = computation;
    this.answers = answers;
    this.attempts = attempts;
    this.retries = retries;
    this.running = running;
    this.cancelled = cancelled;
    this.timeLimit = timeLimit;
  }

  /**
   * Computes on the calling thread, and publishes.
   *
   * @return completes once the answer is durable, when the record may be acknowledged
   * @throws InterruptedException if the answer is no longer wanted
   * @throws CancellationException if the record is no longer held; nothing was published
   */
  public CompletableFuture<Void> process(HeldRecord held) throws InterruptedException {
    ReceivedRecord record = held.record();
    Trial trial = attempts.decide(record, held.history());
    Work work = new Work(record, trial.number(), answers.now());
    return switch (decode(record)) {
      case Decoded.Invalid<ShardId, Shard>(ShardId id, Failure failure) -> {
        requireClaim(held);
        yield answers.failed(id, null, failure, work);
      }
      case Decoded.Valid<ShardId, Shard>(Shard shard) -> {
        ShardOutcome outcome = outcome(held, shard, trial);
        requireClaim(held);
        yield answer(held, shard, outcome, work);
      }
    };
  }

  /**
   * Answers a record in the place of its computation, which was stopped and goes on in spite of it.
   *
   * @return completes once the answer is durable; exceptionally if there is none to give
   */
  public CompletableFuture<Void> answerStopped(HeldRecord held) {
    ReceivedRecord record = held.record();
    Stop.Cause cause = held.stop().cause();
    if (cause == null
        || cause == Stop.Cause.NO_LONGER_OURS
        || !(decode(record) instanceof Decoded.Valid<ShardId, Shard>(Shard shard))
        || !held.claim()) {
      return CompletableFuture.failedFuture(new CancellationException("there is no answer"));
    }
    int number = attempts.decide(record, held.history()).number();
    return answer(held, shard, stopped(cause, shard), new Work(record, number, answers.now()));
  }

  private ShardOutcome outcome(HeldRecord held, Shard shard, Trial trial)
      throws InterruptedException {
    Stop stop = held.stop();
    stop.begin();
    try (RunningShards.Entry entry = running.enter(shard.id().job(), stop)) {
      if (cancelled.contains(shard.id().job())) {
        return new ShardOutcome.Cancelled();
      }
      return switch (trial) {
        case Trial.Fail fail -> new ShardOutcome.Failed(fail.failure(), true);
        case Trial.Requeue requeue -> new ShardOutcome.BackInLine(requeue.as());
        case Trial.Pass pass -> new ShardOutcome.Passed();
        case Trial.Run run -> compute(held, shard, run, entry);
      };
    } catch (InterruptedException e) {
      Stop.Cause cause = stop.cause();
      if (cause == null || cause == Stop.Cause.NO_LONGER_OURS) {
        throw e;
      }
      return stopped(cause, shard);
    } finally {
      stop.end();
    }
  }

  private ShardOutcome compute(
      HeldRecord held, Shard shard, Trial.Run run, RunningShards.Entry entry)
      throws InterruptedException {
    try (Isolation.Stay stay = attempts.enter(held.record(), run)) {
      entry.limit(limit(shard));
      Computed computed = computed(held, shard);
      // A value that comes too late counts as none, or the same shard could end in two ways.
      held.stop().throwIfCancelled();
      return switch (computed) {
        case Computed.Value(var value) -> new ShardOutcome.Done(value);
        case Computed.None(Failure failure) -> new ShardOutcome.Failed(failure, true);
        case Computed.NotNow(Failure failure) ->
            retries
                .after(held.record(), run)
                .<ShardOutcome>map(as -> new ShardOutcome.Postponed(as, failure))
                .orElseGet(() -> new ShardOutcome.Failed(lastOf(run, failure), false));
      };
    }
  }

  /** What this worker fails at, another may not: it counts as an attempt, and not more. */
  private Computed computed(HeldRecord held, Shard shard) throws InterruptedException {
    try {
      return computation.compute(shard, held.stop());
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.log(Level.ERROR, "cannot compute the shard at " + held.record().position(), e);
      return new Computed.NotNow(
          new Failure(Reason.INTERNAL_ERROR, "the worker failed, and its log says more: " + e));
    }
  }

  private CompletableFuture<Void> answer(
      HeldRecord held, Shard shard, ShardOutcome outcome, Work work) {
    ReceivedRecord record = held.record();
    return switch (outcome) {
      case ShardOutcome.Done(var value) ->
          attempts.forgetAfter(answers.done(shard, value, work), record, held.history());
      case ShardOutcome.Cancelled() ->
          attempts.forgetAfter(answers.cancelled(shard, work), record, held.history());
      case ShardOutcome.Failed(Failure failure, boolean certain) ->
          certain
              ? answers.failed(shard.id(), shard, failure, work)
              // Another attempt could come to something else: this answer has to stand.
              : attempts
                  .decided(record, work.attempt(), failure)
                  .thenComposeAsync(
                      noted -> answers.failed(shard.id(), shard, failure, work), CONTINUATIONS);
      case ShardOutcome.Postponed(Requeued as, Failure failure) ->
          moved(retries.postpone(record, as), shard, failure, work);
      case ShardOutcome.BackInLine(Requeued as) ->
          moved(
              retries.requeue(record, as),
              shard,
              new Failure(
                  Reason.ATTEMPTS_EXHAUSTED,
                  "given up: its deliveries are used up, and it is too large to be requeued"),
              work);
      case ShardOutcome.Passed() -> CompletableFuture.completedFuture(null);
    };
  }

  /**
   * A record too large to be put back has had its last attempt. Of one that could not be put back
   * for another reason nothing is said: it is delivered again.
   */
  private CompletableFuture<Void> moved(
      CompletableFuture<Void> requeued, Shard shard, Failure failure, Work work) {
    return requeued
        .thenComposeAsync(done -> attempts.moved(work.record()), CONTINUATIONS)
        .exceptionallyComposeAsync(
            refused ->
                isTooLarge(refused)
                    ? answers.failed(shard.id(), shard, failure, work)
                    : CompletableFuture.failedFuture(refused),
            CONTINUATIONS);
  }

  private static boolean isTooLarge(Throwable refused) {
    return refused instanceof RecordTooLarge || refused.getCause() instanceof RecordTooLarge;
  }

  private ShardOutcome stopped(Stop.Cause cause, Shard shard) {
    return cause == Stop.Cause.JOB_CANCELLED
        ? new ShardOutcome.Cancelled()
        : new ShardOutcome.Failed(
            new Failure(
                Reason.DEADLINE,
                "%s of %d was not computed within its time limit of %d ms"
                    .formatted(shard.transform(), shard.number(), limit(shard).toMillis())),
            false);
  }

  private Duration limit(Shard shard) {
    Duration own = shard.timeLimit();
    return own == null ? timeLimit : own;
  }

  private static Failure lastOf(Trial.Run run, Failure failure) {
    return run.number() == 1
        ? failure
        : new Failure(
            failure.reason(),
            "given up after %d attempts, the last: %s".formatted(run.number(), failure.message()));
  }

  private static Decoded<ShardId, Shard> decode(ReceivedRecord record) {
    return ShardCodec.decode(record.value(), record.requeued().origin());
  }

  private static void requireClaim(HeldRecord held) {
    if (!held.claim()) {
      throw new CancellationException("the record is no longer held");
    }
  }
}
