package dev.shardline.worker.status;

import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.worker.identity.WorkerIdentity;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what this worker is at: at the start, within a second of a change, at every interval, and
 * at the end. It looks for itself, so that those who work have nothing to do for it. Thread-safe.
 */
final class StatusTeller implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(StatusTeller.class.getName());

  /** How often it looks, and so how often it tells at most. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final WorkerIdentity worker;
  private final Duration interval;
  private final Supplier<Activity> activity;
  private final Consumer<WorkerStatus> publisher;
  private final InstantSource clock;
  private final Instant startedAt;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("status-teller").factory());
  private @Nullable Activity told;
  private Instant toldAt = Instant.MIN;
  private boolean ended;

  /**
   * Nothing told yet.
   *
   * @param worker who it is
   * @param interval how often it tells where nothing changes; 1 s or above
   * @param activity what it is at
   * @param publisher takes each status or drops it, and neither waits nor throws
   */
  StatusTeller(
      WorkerIdentity worker,
      Duration interval,
      Supplier<Activity> activity,
      Consumer<WorkerStatus> publisher,
      InstantSource clock) {
    this.worker = worker;
    this.interval = interval;
    this.activity = activity;
    this.publisher = publisher;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /** Tells from now on, by itself. */
  void start() {
    var _ =
        looks.scheduleWithFixedDelay(this::lookSafely, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Tells what there is to tell now. */
  synchronized void look() {
    Activity present = activity.get();
    Instant now = clock.instant();
    if (!ended && (!present.equals(told) || isDue(now))) {
      tell(present, now);
    }
  }

  /** Tells that this was all; a second time does nothing. */
  @Override
  public void close() {
    looks.shutdownNow();
    synchronized (this) {
      if (!ended) {
        ended = true;
        tell(activity.get(), clock.instant());
      }
    }
  }

  /** Half a look early rather than half a look late. A clock that was set back is due too. */
  private boolean isDue(Instant now) {
    return now.isBefore(toldAt) || !now.isBefore(toldAt.plus(interval.minus(LOOK.dividedBy(2))));
  }

  private void tell(Activity present, Instant now) {
    told = present;
    toldAt = now;
    publisher.accept(
        new WorkerStatus(
            worker.name(),
            worker.service(),
            now,
            startedAt,
            interval,
            worker.slots(),
            present.acquired(),
            present.draining(),
            ended,
            present.answers(),
            present.running()));
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      // Thrown, it would be the last look.
      LOG.log(Level.WARNING, "What this worker is at was not told", e);
    }
  }
}
