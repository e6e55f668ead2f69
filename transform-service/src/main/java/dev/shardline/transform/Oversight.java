package dev.shardline.transform;

import dev.shardline.transform.requeue.PostponedShards;
import dev.shardline.transform.shard.RunningShards;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;

/** What goes on beside the slots: time limits are kept, and shards that wait are put back. */
@ApplicationScoped
public class Oversight {

  private @Nullable Thread watch;

  void start(
      @Observes StartupEvent event, RunningShards running, Instance<PostponedShards> postponed) {
    watch = Thread.ofPlatform().daemon().name("time-limits").start(running::watchTimeLimits);
    postponed.get();
  }

  void stop(@Observes ShutdownEvent event) {
    if (watch != null) {
      watch.interrupt();
    }
  }
}
