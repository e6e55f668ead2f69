package dev.shardline.transform.shard;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.part.Step;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.attempt.Isolation;
import dev.shardline.transform.attempt.Trial;
import dev.shardline.transform.cancellation.CancelledJobs;
import dev.shardline.transform.computation.ShardComputation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.requeue.Retries;
import dev.shardline.transform.shard.ShardAnswers.Work;
import dev.shardline.transform.shard.ShardOutcome.Ground;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * What is done with one record, from its bytes to its answer. Every record gets an answer: a value,
 * a failure, which also puts the record among the dead letters, or that its job was cancelled; or
 * it is put on its topic once more, now or later, or as {@linkplain ShardSteps steps}. Thread-safe.
 */
public final class ShardWork {

  private static final System.Logger LOG = System.getLogger(ShardWork.class.getName());

  /** What traces say of work whose record is another's by now, or that a stop cut short. */
  private static final String NOT_ANSWERED = "NOT_ANSWERED";

  private final ShardComputation computation;
  private final ShardSteps steps;
  private final ShardAnswers answers;
  private final Attempts attempts;
  private final Retries retries;
  private final Conclusion conclusion;
  private final RunningShards running;
  private final CancelledJobs cancelled;
  private final ShardMeter meter;
  private final Duration timeLimit;

  /**
   * The work of one worker.
   *
   * @param steps of shards in parts
   * @param attempts knows what becomes of a record that was delivered before
   * @param retries what failed for now
   * @param meter is told what computations take
   * @param timeLimit how long a shard may be computed that does not say it itself
   */
  public ShardWork(
      ShardComputation computation,
      ShardSteps steps,
      ShardAnswers answers,
      Attempts attempts,
      Retries retries,
      RunningShards running,
      CancelledJobs cancelled,
      ShardMeter meter,
      Duration timeLimit) {
    this.computation = computation;
    this.steps = steps;
    this.answers = answers;
    this.attempts = attempts;
    this.retries = retries;
    this.conclusion = new Conclusion(steps, answers, attempts, retries);
    this.running = running;
    this.cancelled = cancelled;
    this.meter = meter;
    this.timeLimit = timeLimit;
  }

  /**
   * Computes on the calling thread, and publishes.
   *
   * @return completes with what the record came to, once that is durable and it may be acknowledged
   * @throws InterruptedException if the answer is no longer wanted
   * @throws CancellationException if the record is no longer held; nothing was published
   */
  public CompletableFuture<ShardEnd> process(HeldRecord held) throws InterruptedException {
    ReceivedRecord record = held.record();
    Trial trial = attempts.decide(record, held.history());
    Work work = answers.begin(record, trial.number());
    try {
      return process(held, trial, work);
    } catch (InterruptedException | RuntimeException | Error e) {
      work.comesTo(NOT_ANSWERED, null);
      work.span().end();
      throw e;
    }
  }

  private CompletableFuture<ShardEnd> process(HeldRecord held, Trial trial, Work work)
      throws InterruptedException {
    return switch (decode(held.record())) {
      case Decoded.Invalid<ShardId, Shard>(ShardId id, Failure failure) -> {
        requireClaim(held);
        yield conclusion.unreadable(id, failure, work);
      }
      case Decoded.Valid<ShardId, Shard>(Shard shard) -> {
        work.on(shard);
        try (Isolation.Stay stay = attempts.stay()) {
          ShardOutcome outcome = outcome(held, shard, trial, stay, work);
          requireClaim(held);
          CompletableFuture<ShardEnd> answer = conclusion.of(held, shard, outcome, work);
          if (trial instanceof Trial.Run run && run.watched()) {
            await(answer);
          }
          yield answer;
        }
      }
    };
  }

  /**
   * Answers a record in the place of its computation, which was stopped and goes on in spite of it.
   *
   * @return completes with the answer once it is durable; exceptionally if there is none to give
   */
  public CompletableFuture<ShardEnd> answerStopped(HeldRecord held) {
    ReceivedRecord record = held.record();
    Stop.Cause cause = held.stop().cause();
    if (cause == null
        || cause == Stop.Cause.NO_LONGER_OURS
        || !(decode(record) instanceof Decoded.Valid<ShardId, Shard>(Shard shard))
        || !held.claim()) {
      return CompletableFuture.failedFuture(new CancellationException("there is no answer"));
    }
    int number = attempts.decide(record, held.history()).number();
    Work work = answers.begin(record, number);
    work.on(shard);
    return conclusion.of(held, shard, stopped(cause, shard), work);
  }

  /** Until then, what else kills the process would be blamed on this shard too. */
  private static void await(CompletableFuture<ShardEnd> answer) {
    try {
      answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // Whoever gets the answer sees that there is none.
    }
  }

  private ShardOutcome outcome(
      HeldRecord held, Shard shard, Trial trial, Isolation.Stay stay, Work work)
      throws InterruptedException {
    Stop stop = held.stop();
    stop.begin();
    Step step = held.record().step().orElse(null);
    try (RunningShards.Entry entry =
        running.enter(shard, work.attempt(), work.started(), step, stop)) {
      if (cancelled.contains(shard.id().job())) {
        return new ShardOutcome.Cancelled();
      }
      return switch (trial) {
        case Trial.Fail fail -> new ShardOutcome.Failed(fail.failure(), Ground.HISTORY);
        case Trial.Requeue requeue -> new ShardOutcome.BackInLine(requeue.as());
        case Trial.Pass pass -> new ShardOutcome.Passed();
        case Trial.Run run -> {
          attempts.enter(stay, held.record(), run);
          entry.limit(limit(shard));
          meter.begun(answers.queued(work), run.number());
          yield compute(held, shard, run);
        }
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

  private ShardOutcome compute(HeldRecord held, Shard shard, Trial.Run run)
      throws InterruptedException {
    long begun = System.nanoTime();
    ShardOutcome outcome;
    try {
      outcome = attempted(held, shard);
    } finally {
      meter.computed(shard.transform(), Duration.ofNanos(System.nanoTime() - begun));
    }
    // A value that comes too late counts as none, or the same shard could end in two ways.
    held.stop().throwIfCancelled();
    return switch (outcome) {
      case ShardOutcome.Done done -> {
        meter.valued(done.engine());
        yield done;
      }
      case ShardOutcome.NotNow(Failure failure) ->
          retries
              .after(held.record(), run)
              .<ShardOutcome>map(as -> new ShardOutcome.Postponed(as, failure))
              .orElseGet(() -> new ShardOutcome.Failed(lastOf(run, failure), Ground.ATTEMPT));
      default -> outcome;
    };
  }

  /** What this worker fails at, another may not: it counts as an attempt, and not more. */
  private ShardOutcome attempted(HeldRecord held, Shard shard) throws InterruptedException {
    try {
      Step step = held.record().step().orElse(null);
      return step == null
          ? ShardOutcome.of(computation.compute(shard, held.stop()))
          : steps.attempt(held.record(), step, shard, held.stop());
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.log(Level.ERROR, "cannot compute the shard at " + held.record().position(), e);
      return new ShardOutcome.NotNow(
          new Failure(Reason.INTERNAL_ERROR, "the worker failed, and its log says more: " + e));
    }
  }

  private ShardOutcome stopped(Stop.Cause cause, Shard shard) {
    return cause == Stop.Cause.JOB_CANCELLED
        ? new ShardOutcome.Cancelled()
        : new ShardOutcome.Failed(
            new Failure(
                Reason.DEADLINE,
                "%s of %d was not computed within its time limit of %d ms"
                    .formatted(shard.transform(), shard.number(), limit(shard).toMillis())),
            Ground.ATTEMPT);
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
