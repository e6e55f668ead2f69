package dev.shardline.monitor.web;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Who gets server-sent events. One that is slow misses some, and never the newest. Thread-safe. */
final class Listener {

  private final HttpServerResponse response;
  private final Context context;
  // Of the context's thread alone.
  private @Nullable Buffer next;

  /**
   * @param response to which nothing was written yet
   * @param context of its connection
   */
  Listener(HttpServerResponse response, Context context) {
    this.response = response;
    this.context = context;
    response.drainHandler(_ -> drained());
  }

  void tell(Buffer event) {
    context.runOnContext(_ -> {
      next = event;
      drained();
    });
  }

  private void drained() {
    Buffer event = next;
    if (event != null && !response.ended() && !response.closed() && !response.writeQueueFull()) {
      next = null;
      var _ = response.write(event);
    }
  }
}
