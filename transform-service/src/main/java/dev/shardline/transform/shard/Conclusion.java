package dev.shardline.transform.shard;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.part.Step;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.part.Decision;
import dev.shardline.transform.requeue.RecordTooLarge;
import dev.shardline.transform.requeue.Retries;
import dev.shardline.transform.shard.ShardAnswers.Work;
import dev.shardline.transform.shard.ShardEnd.Status;
import dev.shardline.transform.shard.ShardOutcome.Ground;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What follows from what a record comes to: its answer, a copy of it elsewhere, or its steps; and
 * what is noted of it then. Thread-safe.
 */
final class Conclusion {

  /** Off the thread on which records become durable, since what follows sends in turn. */
  private static final Executor CONTINUATIONS = Thread::startVirtualThread;

  private final ShardSteps steps;
  private final ShardAnswers answers;
  private final Attempts attempts;
  private final Retries retries;

  Conclusion(ShardSteps steps, ShardAnswers answers, Attempts attempts, Retries retries) {
    this.steps = steps;
    this.answers = answers;
    this.attempts = attempts;
    this.retries = retries;
  }

  /**
   * Carries out what the record of a shard comes to. What one of several records comes to is the
   * shard's answer only if nothing else is.
   *
   * @return completes once that is durable and the record may be acknowledged
   */
  CompletableFuture<ShardEnd> of(HeldRecord held, Shard shard, ShardOutcome outcome, Work work) {
    ReceivedRecord record = held.record();
    Decision wanted = decision(record, shard, outcome);
    return wanted == null
        ? carryOut(held, shard, outcome, work)
        : steps
            .settle(record, shard, wanted)
            .thenComposeAsync(settled -> carryOut(held, shard, settled, work), CONTINUATIONS);
  }

  /** Answers a record that is no shard. */
  CompletableFuture<ShardEnd> unreadable(ShardId id, Failure failure, Work work) {
    return answered(answers.failed(id, null, failure, work), Status.FAILED, null, failure, work);
  }

  /** What is to be decided before it is carried out; null if it follows from the shard alone. */
  private static @Nullable Decision decision(
      ReceivedRecord record, Shard shard, ShardOutcome outcome) {
    Step step = record.step().orElse(null);
    if (step == null ? shard.parts() == 1 : step.isCombination()) {
      return null;
    }
    int place = step == null ? Decision.WHOLE : step.place();
    return switch (outcome) {
      case ShardOutcome.Failed(Failure _, Ground ground)
          when step == null && ground == Ground.SHARD ->
          null;
      case ShardOutcome.Failed(Failure failure, Ground _) ->
          Decision.failed(
              place,
              step == null
                  ? failure
                  : new Failure(failure.reason(), step + ": " + failure.message()));
      case ShardOutcome.Cancelled() -> Decision.cancelled(place);
      default -> null;
    };
  }

  private CompletableFuture<ShardEnd> carryOut(
      HeldRecord held, Shard shard, ShardOutcome outcome, Work work) {
    ReceivedRecord record = held.record();
    return switch (outcome) {
      case ShardOutcome.Done(var value, String engine) ->
          answered(
              forgetAfter(answers.done(shard, value, engine, work), held, shard),
              Status.DONE,
              shard,
              null,
              work);
      case ShardOutcome.Cancelled() ->
          answered(
              forgetAfter(answers.cancelled(shard, work), held, shard),
              Status.CANCELLED,
              shard,
              null,
              work);
      case ShardOutcome.Failed(Failure failure, Ground ground) ->
          answered(failed(held, shard, failure, ground, work), Status.FAILED, shard, failure, work);
      case ShardOutcome.Postponed(Requeued as, Failure failure) -> {
        work.comesTo("POSTPONED", failure);
        yield moved(retries.postpone(record, as), held, shard, failure, work);
      }
      case ShardOutcome.BackInLine(Requeued as) -> {
        work.comesTo("REQUEUED", null);
        yield moved(
            retries.requeue(record, as),
            held,
            shard,
            new Failure(
                Reason.ATTEMPTS_EXHAUSTED,
                "given up: its deliveries are used up, and it is too large to be requeued"),
            work);
      }
      case ShardOutcome.Divided(List<Long> bounds) -> {
        work.comesTo("DIVIDED", null);
        yield moved(
            steps.divide(record, shard, bounds),
            held,
            shard,
            new Failure(
                Reason.INVALID_FIELD,
                "parts: expected 1, since the record is too large for further headers, was "
                    + shard.parts()),
            work);
      }
      case ShardOutcome.Combinable() -> {
        work.comesTo("COMBINABLE", null);
        yield noted(steps.publishCombination(record, record.step().orElseThrow(), shard), work);
      }
      case ShardOutcome.Kept() -> {
        work.comesTo("KEPT", null);
        yield passed(held, work);
      }
      case ShardOutcome.Passed() -> {
        work.comesTo("PASSED", null);
        yield passed(held, work);
      }
      case ShardOutcome.NotNow _ -> throw new IllegalStateException("it is postponed, or failed");
    };
  }

  private CompletableFuture<ShardEnd> passed(HeldRecord held, Work work) {
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    // What is noted of a step is not read again; of another record it says where its copy is.
    CompletableFuture<Void> forgotten =
        held.record().step().isPresent()
            ? attempts.forgetAfter(done, held.record(), held.history())
            : done;
    return forgotten.thenApply(durable -> {
      work.span().end();
      return ShardEnd.MOVED;
    });
  }

  private CompletableFuture<Void> forgetAfter(
      CompletableFuture<Void> answer, HeldRecord held, Shard shard) {
    return attempts.forgetAfter(
        steps.finishAfter(answer, held.record(), shard.id()), held.record(), held.history());
  }

  private CompletableFuture<Void> failed(
      HeldRecord held, Shard shard, Failure failure, Ground ground, Work work) {
    ReceivedRecord record = held.record();
    return switch (ground) {
      case SHARD -> forgetAfter(answers.failed(shard.id(), shard, failure, work), held, shard);
      case HISTORY ->
          steps.finishAfter(answers.failed(shard.id(), shard, failure, work), record, shard.id());
      // This answer has to stand, also if the record is delivered once more.
      case ATTEMPT ->
          attempts
              .decided(record, work.attempt(), failure)
              .thenComposeAsync(
                  noted ->
                      steps.finishAfter(
                          answers.failed(shard.id(), shard, failure, work), record, shard.id()),
                  CONTINUATIONS);
    };
  }

  /**
   * A record too large to be put back has had its last attempt. Of one that could not be put back
   * for another reason nothing is said: it is delivered again.
   */
  private CompletableFuture<ShardEnd> moved(
      CompletableFuture<Void> requeued, HeldRecord held, Shard shard, Failure failure, Work work) {
    return noted(requeued, work)
        .exceptionallyComposeAsync(
            refused ->
                isTooLarge(refused)
                    ? of(held, shard, new ShardOutcome.Failed(failure, Ground.SHARD), work)
                    : CompletableFuture.failedFuture(refused),
            CONTINUATIONS);
  }

  private CompletableFuture<ShardEnd> noted(CompletableFuture<Void> requeued, Work work) {
    return requeued
        .thenComposeAsync(done -> attempts.moved(work.record()), CONTINUATIONS)
        .thenApply(done -> {
          work.span().end();
          return ShardEnd.MOVED;
        });
  }

  private static CompletableFuture<ShardEnd> answered(
      CompletableFuture<Void> answer,
      Status status,
      @Nullable Shard shard,
      @Nullable Failure failure,
      Work work) {
    work.comesTo(status.name(), failure);
    String transform = shard == null ? null : shard.transform();
    String reason = failure == null ? null : failure.reason().code();
    return answer.thenApply(durable -> {
      work.span().end();
      return new ShardEnd.Answered(status, transform, reason);
    });
  }

  private static boolean isTooLarge(Throwable refused) {
    return refused instanceof RecordTooLarge || refused.getCause() instanceof RecordTooLarge;
  }
}
