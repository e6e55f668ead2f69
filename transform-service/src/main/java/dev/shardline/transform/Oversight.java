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

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("time-limits").factory());

  void start(
      @Observes StartupEvent event, RunningShards running, Instance<PostponedShards> postponed) {
    var _ =
        watch.scheduleAtFixedRate(
            running::stopOverdue, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    postponed.get();
  }

  void stop(@Observes ShutdownEvent event) {
    watch.shutdownNow();
  }
}
