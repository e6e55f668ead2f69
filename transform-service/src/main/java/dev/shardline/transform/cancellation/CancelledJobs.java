package dev.shardline.transform.cancellation;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The jobs that were cancelled. Thread-safe. */
public final class CancelledJobs {

  /**
   * How long a cancellation is remembered: longer than shards are kept, so that none of the job can
   * come afterwards.
   */
  static final Duration KEPT_FOR = Duration.ofDays(30);

  private final Map<JobId, Instant> jobs = new ConcurrentHashMap<>();
  private final Consumer<JobId> stopper;

  /**
   * None so far.
   *
   * @param stopper stops what runs of a job; told of each that is added
   */
  public CancelledJobs(Consumer<JobId> stopper) {
    this.stopper = stopper;
  }

  /** Whether a job was cancelled. */
  public boolean contains(JobId job) {
    return !jobs.isEmpty() && jobs.containsKey(job);
  }

  /** Whether a record is a shard of a job that was cancelled. */
  public boolean cover(ReceivedRecord record) {
    return !jobs.isEmpty()
        && ShardCodec.decode(record.value(), record.requeued().origin())
            instanceof Decoded.Valid<ShardId, Shard>(Shard shard)
        && contains(shard.id().job());
  }

  /**
   * Adds a job, and stops what runs of it.
   *
   * @param at when it was cancelled
   */
  public void add(JobId job, Instant at) {
    jobs.put(job, at);
    stopper.accept(job);
  }

  /** Forgets those that were cancelled so long ago that nothing of them can be left. */
  public void forgetOld(Instant now) {
    Instant oldest = now.minus(KEPT_FOR);
    jobs.values().removeIf(at -> at.isBefore(oldest));
  }
}
