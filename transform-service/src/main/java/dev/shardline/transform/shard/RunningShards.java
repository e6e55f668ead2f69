package dev.shardline.transform.shard;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.part.Step;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.worker.WorkerStatus.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The shards that are computed now, so that they can be stopped. Thread-safe. */
public final class RunningShards {

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

  /**
   * A shard's computation begins.
   *
   * @param attempt which attempt at it this is, from 1
   * @param startedAt when it began
   * @param step which step of the shard it is; null: it is the whole shard
   * @return to be closed at its end
   */
  Entry enter(Shard shard, int attempt, Instant startedAt, @Nullable Step step, Stop stop) {
    Entry entry = new Entry(shard, attempt, startedAt, step, stop);
    entries.add(entry);
    return entry;
  }

  /** Stops what runs of a job. */
  public void cancel(JobId job) {
    entries.stream()
        .filter(entry -> entry.shard.id().job().equals(job))
        .forEach(entry -> entry.stop.request(Stop.Cause.JOB_CANCELLED));
  }

  /** Stops what has reached its time limit; to be called several times a second. */
  public void stopOverdue() {
    long now = System.nanoTime();
    entries.stream()
        .filter(entry -> entry.limited && now - entry.deadline >= 0)
        .forEach(entry -> entry.stop.request(Stop.Cause.DEADLINE));
  }

  /** How many there are. */
  public int count() {
    return entries.size();
  }

  /** Those that began first, in that order, and at most so many. */
  public List<Running> oldest(int max) {
    return entries.stream()
        .sorted(Comparator.comparing(entry -> entry.startedAt))
        .limit(max)
        .map(Entry::told)
        .toList();
  }

  /** One computation. */
  final class Entry implements AutoCloseable {

    private final Shard shard;
    private final int attempt;
    private final Instant startedAt;
    private final @Nullable Step step;
    private final Stop stop;
    private long deadline;
    private volatile boolean limited;

    private Entry(Shard shard, int attempt, Instant startedAt, @Nullable Step step, Stop stop) {
      this.shard = shard;
      this.attempt = attempt;
      this.startedAt = startedAt;
      this.step = step;
      this.stop = stop;
    }

    /** From now on it may last so long. */
    void limit(Duration atMost) {
      deadline = System.nanoTime() + atMost.toNanos();
      limited = true;
    }

    private Running told() {
      String work = shard.transform() + " " + shard.number() + (step == null ? "" : ", " + step);
      return new Running(shard.id().key(), work, startedAt, attempt);
    }

    @Override
    public void close() {
      entries.remove(this);
    }
  }
}
