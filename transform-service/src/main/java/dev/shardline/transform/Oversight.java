package dev.shardline.transform;

import dev.shardline.transform.requeue.PostponedShards;
import dev.shardline.transform.shard.RunningShards;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What goes on beside the slots: time limits are kept, and shards that wait are put back. */
@ApplicationScoped
public class Oversight {

  private static final long LOOK_MILLIS = 100;

  /** What waits can wait this much longer; a new worker's slots need the cores now. */
  private static final long POSTPONED_AFTER_MILLIS = 1_000;

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("time-limits").factory());

  private final RunningShards running;
  private final Instance<PostponedShards> postponed;

  Oversight(RunningShards running, Instance<PostponedShards> postponed) {
    this.running = running;
    this.postponed = postponed;
  }

  void start(@Observes StartupEvent event) {
    var _ =
        watch.scheduleAtFixedRate(
            running::stopOverdue, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    var _ = watch.schedule(postponed::get, POSTPONED_AFTER_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    watch.shutdownNow();
  }
}
