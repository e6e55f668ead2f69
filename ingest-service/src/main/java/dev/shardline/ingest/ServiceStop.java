package dev.shardline.ingest;

import dev.shardline.ingest.request.RequestWorkers;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Ends the service without losing a request. Thread-safe. */
final class ServiceStop {

  private static final Logger LOG = Logger.getLogger(ServiceStop.class);

  private final RequestWorkers workers;
  private final Duration atMost;

  /**
   * @param workers work on the requests
   * @param atMost how long attempts that run may go on
   */
  ServiceStop(RequestWorkers workers, Duration atMost) {
    this.workers = workers;
    this.atMost = atMost;
  }

  /** Takes no further requests, and returns when those that are worked on are done with. */
  void drain() {
    if (workers.isInService()) {
      LOG.infof("Stopping: attempts that run may go on for %d ms", atMost.toMillis());
    }
    try {
      workers.drain(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
