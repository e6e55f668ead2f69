package dev.shardline.monitor.worker;

import dev.shardline.contracts.worker.WorkerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What workers say, every five seconds. */
final class Statuses {

  static final String SERVICE = "transform-service";
  static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private Statuses() {}

  static WorkerStatus holding(String worker, int acquired, Instant at) {
    return of(worker, SERVICE, acquired, at, false);
  }

  static WorkerStatus ended(String worker, Instant at) {
    return of(worker, SERVICE, 0, at, true);
  }

  static WorkerStatus of(String worker, String service, int acquired, Instant at, boolean ended) {
    return new WorkerStatus(
        worker,
        service,
        at,
        NOON.minusSeconds(3600),
        Duration.ofSeconds(5),
        4,
        acquired,
        false,
        ended,
        new WorkerStatus.Answers(0, 0, 0),
        List.of());
  }
}
