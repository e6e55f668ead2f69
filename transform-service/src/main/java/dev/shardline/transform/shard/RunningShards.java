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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The shards that are computed now, so that they can be stopped. Thread-safe. */
public final class RunningShards {

  /** Longer than any time limit, and short enough to be compared as System.nanoTime() is. */
  private static final long FAR = Duration.ofDays(365).toNanos();

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread watch;

  /**
   * When the watch looks next, as System.nanoTime() tells it: no later than any time limit. It may
   * be that of a shard that is done, so that many short ones do not wake the watch each.
   */
  private final AtomicLong nextLook = new AtomicLong(System.nanoTime() + FAR);

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

  /**
   * Stops each that reaches its time limit, for as long as the calling thread is not interrupted;
   * to be called by one thread. It sleeps until the first of the limits.
   */
  public void watchTimeLimits() {
    watch = Thread.currentThread();
    while (!Thread.interrupted()) {
      long now = System.nanoTime();
      long wait = nextLook.get() - now;
      if (wait > 0) {
        LockSupport.parkNanos(this, wait);
      } else {
        // Before it looks: what begins meanwhile and is not seen brings the next look forward.
        nextLook.set(now + FAR);
        lookBy(now + stopOverdue());
      }
    }
  }

  /** Whether the next look had to be brought forward for that. */
  private boolean lookBy(long deadline) {
    long next = nextLook.get();
    while (deadline - next < 0) {
      if (nextLook.compareAndSet(next, deadline)) {
        return true;
      }
      next = nextLook.get();
    }
    return false;
  }

  /**
   * Stops what has reached its time limit.
   *
   * @return how many nanoseconds the next of the others has left
   */
  long stopOverdue() {
    long now = System.nanoTime();
    long left = FAR;
    for (Entry entry : entries) {
      if (entry.limited) {
        if (now - entry.deadline >= 0) {
          entry.stop.request(Stop.Cause.DEADLINE);
        } else {
          left = Math.min(left, entry.deadline - now);
        }
      }
    }
    return left;
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
      if (lookBy(deadline)) {
        LockSupport.unpark(watch);
      }
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
