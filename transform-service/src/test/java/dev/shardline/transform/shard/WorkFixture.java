package dev.shardline.transform.shard;

import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.tracing.Traces;
import dev.shardline.transform.Transformation;
import dev.shardline.transform.attempt.AttemptPolicy;
import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.attempt.InMemoryAttemptLog;
import dev.shardline.transform.attempt.Isolation;
import dev.shardline.transform.cancellation.CancelledJobs;
import dev.shardline.transform.computation.DecimalTexts;
import dev.shardline.transform.computation.MemoryBudget;
import dev.shardline.transform.computation.ShardComputation;
import dev.shardline.transform.computation.Transformations;
import dev.shardline.transform.part.InMemoryObjectStore;
import dev.shardline.transform.part.PartObjects;
import dev.shardline.transform.requeue.Backoff;
import dev.shardline.transform.requeue.RecordingRequeuer;
import dev.shardline.transform.requeue.Retries;
import dev.shardline.transform.result.RecordingPublisher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The work of a worker whose surroundings are in memory, and what there is to see of it. */
public final class WorkFixture {

  /** How often a shard is tried. */
  public static final int MAX_ATTEMPTS = 3;

  /** Waits are half of what they may be at most. */
  public static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), () -> 0);

  public final RecordingPublisher published;
  public final RecordingRequeuer requeuer = new RecordingRequeuer();
  public final InMemoryAttemptLog log = new InMemoryAttemptLog();
  public final RecordingMeter meter = new RecordingMeter();
  public final RunningShards running = new RunningShards();
  public final CancelledJobs cancelled = new CancelledJobs(running::cancel);
  public final Isolation isolation;
  public final Attempts attempts;
  public final InMemoryObjectStore store = new InMemoryObjectStore();
  public final ShardWork work;

  /** Work of one slot that knows these transformations. */
  public WorkFixture(
      RecordingPublisher published, InstantSource clock, Transformation... transformations) {
    this(1, published, clock, transformations);
  }

  /** Work of so many slots that knows these transformations. */
  public WorkFixture(
      int slots,
      RecordingPublisher published,
      InstantSource clock,
      Transformation... transformations) {
    this(slots, published, Traces.off(), clock, transformations);
  }

  /** The same, which these traces are told of. */
  public WorkFixture(
      int slots,
      RecordingPublisher published,
      Traces traces,
      InstantSource clock,
      Transformation... transformations) {
    this.published = published;
    this.isolation = new Isolation(slots);
    this.attempts =
        new Attempts(new AttemptPolicy(MAX_ATTEMPTS, () -> 10), log, isolation, "worker-1");
    ShardComputation computation =
        new ShardComputation(
            new Transformations(List.of(transformations)),
            1000,
            new MemoryBudget(10_000_000),
            new DecimalTexts(
                100,
                () -> {
                  throw new ObjectStoreException("no store", null);
                }));
    Retries retries = new Retries(requeuer, MAX_ATTEMPTS, BACKOFF, clock);
    this.work =
        new ShardWork(
            computation,
            new ShardSteps(computation, new PartObjects(() -> store), retries),
            new ShardAnswers(published, "worker-1", traces, clock),
            attempts,
            retries,
            running,
            cancelled,
            meter,
            Duration.ofHours(1));
  }
}
