package dev.shardline.monitor;

import dev.shardline.monitor.activity.Activity;
import dev.shardline.monitor.feed.TopicFeed;
import dev.shardline.monitor.group.LagWatch;
import dev.shardline.monitor.metrics.LagMetrics;
import dev.shardline.monitor.settings.MonitorSettings;
import dev.shardline.monitor.settings.SettingsCheck;
import dev.shardline.monitor.web.Readings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads at every interval, and tells whoever listens. */
@ApplicationScoped
public class MonitorLoop {

  private static final Logger LOG = Logger.getLogger(MonitorLoop.class);

  /**
   * How often the heap is collected as a whole. Left alone, a heap that is small beside its limit
   * grows up to that before anybody collects what has grown old; a collection of what little lives
   * takes a few hundredths of a second.
   */
  private static final Duration COLLECTION_INTERVAL = Duration.ofMinutes(1);

  private final LagWatch watch;
  private final MonitorSettings settings;
  private final MonitorParts parts;
  private final Activity activity;
  private final LagMetrics metrics;
  private final Readings readings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lag-reader").factory());
  private @Nullable TopicFeed feed;

  MonitorLoop(
      LagWatch watch,
      MonitorSettings settings,
      MonitorParts parts,
      Activity activity,
      LagMetrics metrics,
      Readings readings) {
    this.watch = watch;
    this.settings = settings;
    this.parts = parts;
    this.activity = activity;
    this.metrics = metrics;
    this.readings = readings;
  }

  void start(@Observes StartupEvent event) {
    try {
      SettingsCheck.check(settings);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(e.getMessage());
    }
    if (settings.activity()) {
      feed = parts.follow(activity);
    }
    long interval = settings.interval().toMillis();
    var _ = thread.scheduleAtFixedRate(this::read, 0, interval, TimeUnit.MILLISECONDS);
    long collection = COLLECTION_INTERVAL.toMillis();
    var _ =
        thread.scheduleWithFixedDelay(System::gc, collection, collection, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    thread.shutdownNow();
    if (feed != null) {
      feed.close();
    }
  }

  private void read() {
    try {
      watch.read();
      metrics.update();
      readings.tell();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The next reading may well succeed; until then, what is known grows stale and says so.
      LOG.error("lag could not be read", e);
    }
  }
}
