package dev.shardline.monitor.web;

import dev.shardline.monitor.overview.Overview;
import dev.shardline.monitor.overview.OverviewSource;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells of each reading to those who listen, by server-sent events. Thread-safe. */
@ApplicationScoped
public class Readings {

  private final OverviewSource overviews;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private volatile int size = 1024;

  Readings(OverviewSource overviews) {
    this.overviews = overviews;
  }

  /** There was a reading. */
  public void tell() {
    if (!listeners.isEmpty()) {
      Buffer event = event();
      listeners.forEach(listener -> listener.tell(event));
    }
  }

  /** Tells what is known now, and then of each reading. */
  void begin(Listener listener) {
    listener.tell(event());
    listeners.add(listener);
  }

  void end(Listener listener) {
    listeners.remove(listener);
  }

  private Buffer event() {
    Overview overview = overviews.overview().withNewestPoints();
    // About as long as the last: growing would leave its half and quarter behind.
    Buffer event = Buffer.buffer(size + size / 8).appendString("data:");
    JsonWriter.append(event, json -> OverviewJson.write(json, overview));
    event.appendString("\n\n");
    size = event.length();
    return event;
  }
}
