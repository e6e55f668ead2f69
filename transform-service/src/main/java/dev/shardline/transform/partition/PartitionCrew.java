package dev.shardline.transform.partition;

import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.queue.Drain;
import dev.shardline.transform.requeue.Backoff;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardWork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The slots of a worker on partitions, and what is committed of them. Whoever reads the partitions
 * tells of records and rebalances, on any thread, and never waits here for a computation.
 * Thread-safe.
 */
final class PartitionCrew {

  private static final System.Logger LOG = System.getLogger(PartitionCrew.class.getName());

  /** How long a rebalance of the whole group may wait here for answers to become durable. */
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

  /** How long the last commit may take. */
  private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);

  private static final Duration TURN = Duration.ofMillis(50);

  /** How often it is looked for computations that do not stop. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Drain drain;
  private final OffsetCommits commits;
  private final Assignment assignment = new Assignment();
  private final Backlog backlog;
  private final Slots slots;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("partition-watch").factory());
  private volatile CompletionStage<?> committing = CompletableFuture.completedFuture(null);

  /**
   * A crew that is not in service.
   *
   * @param meter counts the records that come and leave
   * @param drain says when to stop
   * @param backlog holds what comes and is not answered
   * @param backoff how long a record waits that came to no answer
   * @param commits of the group
   */
  PartitionCrew(
      ShardWork work,
      ShardMeter meter,
      Drain drain,
      Backlog backlog,
      Backoff backoff,
      OffsetCommits commits) {
    this.drain = drain;
    this.backlog = backlog;
    this.commits = commits;
    this.slots = new Slots(work, meter, drain, backlog, backoff);
  }

  /**
   * Begins.
   *
   * @param count how many shards are computed at a time
   * @param gate what is waited for before the first begins
   * @param commitEvery how often what was answered is committed
   */
  void start(int count, Slots.Gate gate, Duration commitEvery) {
    slots.start(count, gate);
    var _ =
        timer.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    var _ =
        timer.scheduleWithFixedDelay(
            this::commit, commitEvery.toMillis(), commitEvery.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Partitions become this worker's.
   *
   * @param generation the group's that assigned them
   */
  void assigned(Collection<Partition> partitions, int generation) {
    assignment.add(partitions, generation);
  }

  /**
   * Records came.
   *
   * @param generation the group's at that time
   * @param records of each partition, in the order of their offsets
   * @return completes once there is room for more
   */
  CompletionStage<Void> received(int generation, Map<Partition, List<ReceivedRecord>> records) {
    List<Delivery> deliveries = new ArrayList<>();
    records.forEach((partition, ofPartition) ->
        deliveries.addAll(assignment.received(partition, generation, ofPartition)));
    return backlog.add(deliveries);
  }

  /**
   * Partitions are to be another worker's, or are already. What has begun of them is stopped, since
   * that one begins it anew; what was answered is committed, if it still can be.
   *
   * @param now commits on the calling thread
   */
  void revoked(Collection<Partition> partitions, OffsetCommits now) throws InterruptedException {
    backlog.withdrawn(assignment.close(partitions, true));
    var _ = assignment.awaitAnswers(partitions, ANSWERS_WITHIN);
    commitNow(partitions, now);
    assignment.remove(partitions);
  }

  /** Whether this process can do its work: every slot can, and no core is lost. */
  boolean isSound() {
    return slots.areSound();
  }

  /**
   * Waits, once the drain has begun, until what runs is answered or the drain is over; then
   * commits.
   */
  void awaitEnd() throws InterruptedException {
    boolean ended = slots.awaitEnd();
    List<Partition> all = assignment.all();
    while (ended && !drain.isOver() && !assignment.awaitAnswers(all, TURN)) {
      // One more look at the drain.
    }
    backlog.withdrawn(assignment.close(all, false));
    timer.shutdownNow();
    if (!assignment.toCommit(all).isEmpty()) {
      commitNow(all, commits);
    }
  }

  private void look() {
    try {
      slots.goOnWithoutStuck();
      // Whatever it is, it is looked again.
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A computation that does not stop is not answered", e);
    }
  }

  private void commit() {
    try {
      if (committing.toCompletableFuture().isDone()) {
        committing =
            commit(assignment::all, commits)
                .whenComplete((_, failure) -> {
                  if (failure != null) {
                    LOG.log(Level.WARNING, "Answered shards are not committed yet: " + failure);
                  }
                });
      }
      // Whatever it is, the next turn tries again.
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Answered shards are not committed yet: " + e);
    }
  }

  private void commitNow(Collection<Partition> of, OffsetCommits by) throws InterruptedException {
    try {
      commit(() -> of, by).toCompletableFuture().get(COMMIT_WITHIN.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Answered shards of %s are not committed, so that some are answered once more: %s"
              .formatted(of, e));
    }
  }

  private CompletionStage<Map<Partition, Long>> commit(
      Supplier<Collection<Partition>> of, OffsetCommits by) {
    return by.commit(() -> assignment.toCommit(of.get()))
        .whenComplete((offsets, failure) -> {
          if (failure == null) {
            assignment.committed(offsets);
          }
        });
  }
}
