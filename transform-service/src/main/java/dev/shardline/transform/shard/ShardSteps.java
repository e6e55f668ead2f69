package dev.shardline.transform.shard;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.part.Step;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.objectstore.ObjectNotFoundException;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.computation.Computed;
import dev.shardline.transform.computation.ShardComputation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.part.Decision;
import dev.shardline.transform.part.PartObjects;
import dev.shardline.transform.part.PartRun;
import dev.shardline.transform.part.StepRecords;
import dev.shardline.transform.requeue.Retries;
import dev.shardline.transform.shard.ShardOutcome.Ground;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The steps of shards in parts. Each part keeps its partial value in the object store, then looks
 * whether all are there; the first that sees them all decides, by an object that can be put once,
 * that they are combined, and publishes the step that does so. A part that has no value decides in
 * the same way that the shard fails. So the decision is one, and its part carries it out: when its
 * record is delivered once more, until an object says that the shard's answer is durable.
 * Thread-safe.
 */
public final class ShardSteps {

  private static final System.Logger LOG = System.getLogger(ShardSteps.class.getName());

  /** For calls of the store that no computation waits for. */
  private static final Executor STORE_CALLS = Thread::startVirtualThread;

  /** How long a decision is tried while the store fails; then the record is delivered again. */
  private static final int TRIES = 30;

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final ShardComputation computation;
  private final PartObjects objects;
  private final Retries retries;

  /** The steps of one worker. */
  public ShardSteps(ShardComputation computation, PartObjects objects, Retries retries) {
    this.computation = computation;
    this.objects = objects;
    this.retries = retries;
  }

  /**
   * Does a step on the calling thread.
   *
   * @throws InterruptedException if its value is no longer wanted
   */
  ShardOutcome attempt(ReceivedRecord record, Step step, Shard shard, CancellationToken token)
      throws InterruptedException {
    PartRun run = PartRun.of(record, shard.id());
    try {
      if (objects.isFinished(run)) {
        return new ShardOutcome.Passed();
      }
      return step.isCombination()
          ? combine(run, step, shard, token)
          : part(run, step, shard, token);
    } catch (ObjectStoreException e) {
      // A store that was interrupted is not a store that fails.
      if (Thread.interrupted()) {
        throw new InterruptedException(e.getMessage());
      }
      return new ShardOutcome.NotNow(
          new Failure(Reason.STORE_FAILED, String.valueOf(e.getMessage())));
    }
  }

  private ShardOutcome part(PartRun run, Step part, Shard shard, CancellationToken token)
      throws InterruptedException {
    Decision before = objects.decision(run).orElse(null);
    if (before != null) {
      return outcome(before, part.place());
    }
    if (!objects.isStored(run, part)) {
      Computed computed =
          computation.computePart(shard, part, value -> objects.store(run, part, value), token);
      if (!(computed instanceof Computed.Partial)) {
        return ShardOutcome.of(computed);
      }
    }
    if (objects.areAllStored(run, part.bounds())) {
      return outcome(objects.decide(run, Decision.combine(part.place())), part.place());
    }
    if (nobodyReadsPartials(run)) {
      objects.delete(run, part);
    }
    return new ShardOutcome.Kept();
  }

  private boolean nobodyReadsPartials(PartRun run) {
    return objects.isFinished(run)
        || objects.decision(run).filter(made -> made.kind() != Decision.Kind.COMBINE).isPresent();
  }

  private ShardOutcome combine(PartRun run, Step step, Shard shard, CancellationToken token)
      throws InterruptedException {
    Supplier<List<List<BigInteger>>> partials =
        () -> Step.partsOf(step.bounds()).map(part -> load(run, part)).toList();
    try {
      return ShardOutcome.of(computation.combine(shard, partials, token));
    } catch (PartialMissing e) {
      // Another copy of this record was quicker, and has cleared up.
      return objects.isFinished(run)
          ? new ShardOutcome.Passed()
          : new ShardOutcome.Failed(
              new Failure(
                  Reason.STORE_FAILED,
                  "a partial value was deleted before it was combined: " + e.getMessage()),
              Ground.SHARD);
    }
  }

  /** Publishes the parts of a shard; see {@link Retries#requeue}. */
  CompletableFuture<Void> divide(ReceivedRecord record, Shard shard, List<Long> bounds) {
    return CompletableFuture.allOf(
        Step.partsOf(bounds)
            .map(part -> publish(part, record, shard))
            .toArray(CompletableFuture<?>[]::new));
  }

  /** Publishes the step that combines the parts; see {@link Retries#requeue}. */
  CompletableFuture<Void> publishCombination(ReceivedRecord record, Step part, Shard shard) {
    return publish(part.combination(), record, shard);
  }

  /**
   * Decides what becomes of a shard, unless something is decided already.
   *
   * @param wanted what the part, or the shard's own record, came to that is its place
   * @return what this record is to do now: to answer the shard, to publish the step that combines
   *     the parts, or nothing
   */
  CompletableFuture<ShardOutcome> settle(ReceivedRecord record, Shard shard, Decision wanted) {
    PartRun run = PartRun.of(record, shard.id());
    return CompletableFuture.supplyAsync(() -> settled(run, wanted), STORE_CALLS);
  }

  /**
   * After the shard's answer is durable, nobody gives another, and the partial values go.
   *
   * @return completes when that is so. That the store fails then does no harm that is worth a
   *     delay: a record that is delivered once more leads to the same answer once more
   */
  CompletableFuture<Void> finishAfter(
      CompletableFuture<Void> answer, ReceivedRecord record, ShardId id) {
    Step step = record.step().orElse(null);
    return step == null
        ? answer
        : answer.thenRunAsync(() -> finish(PartRun.of(record, id), step), STORE_CALLS);
  }

  private void finish(PartRun run, Step step) {
    try {
      objects.finish(run);
      Step.partsOf(step.bounds()).forEach(part -> objects.delete(run, part));
    } catch (ObjectStoreException e) {
      LOG.log(
          Level.WARNING,
          "Partial values of shard %s are left in the object store: %s"
              .formatted(run.id().key(), e.getMessage()));
    }
  }

  private CompletableFuture<Void> publish(Step step, ReceivedRecord record, Shard shard) {
    Requeued before = record.requeued();
    return retries.requeue(
        StepRecords.of(step, record, shard.id()),
        new Requeued(before.origin(), 0, 0, before.redrives()));
  }

  private ShardOutcome settled(PartRun run, Decision wanted) {
    for (int tried = 1; ; tried++) {
      try {
        Decision standing = objects.decide(run, wanted);
        return objects.isFinished(run)
            ? new ShardOutcome.Passed()
            : outcome(standing, wanted.place());
      } catch (ObjectStoreException e) {
        if (tried == TRIES) {
          throw e;
        }
        LOG.log(
            Level.ERROR,
            "What becomes of shard %s is not decided, trying again: %s"
                .formatted(run.id().key(), e.getMessage()));
        pause();
      }
    }
  }

  private List<BigInteger> load(PartRun run, Step part) {
    try {
      return objects.load(run, part);
    } catch (ObjectNotFoundException e) {
      throw new PartialMissing(part + ": " + e.getMessage());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static ShardOutcome outcome(Decision decision, int place) {
    if (decision.place() != place) {
      return new ShardOutcome.Passed();
    }
    return switch (decision.kind()) {
      case COMBINE -> new ShardOutcome.Combinable();
      case CANCELLED -> new ShardOutcome.Cancelled();
      case FAILED ->
          new ShardOutcome.Failed(Objects.requireNonNull(decision.failure()), Ground.SHARD);
    };
  }

  /** A partial value is gone: no failure of the store that may pass. */
  private static final class PartialMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartialMissing(String message) {
      super(message);
    }
  }
}
