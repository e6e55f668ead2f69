package dev.shardline.transform.shard;

import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shards that are computed now, so that they can be stopped. Thread-safe. */
public final class RunningShards {

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

  /**
   * A shard's computation begins.
   *
   * @return to be closed at its end
   */
  Entry enter(JobId job, Stop stop) {
    Entry entry = new Entry(job, stop);
    entries.add(entry);
    return entry;
  }

  /** Stops what runs of a job. */
  public void cancel(JobId job) {
    entries.stream()
        .filter(entry -> entry.job.equals(job))
        .forEach(entry -> entry.stop.request(Stop.Cause.JOB_CANCELLED));
  }

  /** Stops what has reached its time limit; to be called several times a second. */
  public void stopOverdue() {
    long now = System.nanoTime();
    entries.stream()
        .filter(entry -> entry.limited && now - entry.deadline >= 0)
        .forEach(entry -> entry.stop.request(Stop.Cause.DEADLINE));
  }

  /** One computation. */
  final class Entry implements AutoCloseable {

    private final JobId job;
    private final Stop stop;
    private long deadline;
    private volatile boolean limited;

    private Entry(JobId job, Stop stop) {
      this.job = job;
      this.stop = stop;
    }

    /** From now on it may last so long. */
    void limit(Duration atMost) {
      deadline = System.nanoTime() + atMost.toNanos();
      limited = true;
    }

    @Override
    public void close() {
      entries.remove(this);
    }
  }
}
