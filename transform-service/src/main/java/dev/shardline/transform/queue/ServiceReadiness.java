package dev.shardline.transform.queue;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while shards are taken; not while draining. */
@Readiness
@Singleton
class ServiceReadiness implements HealthCheck {

  private final QueueWorker worker;

  ServiceReadiness(QueueWorker worker) {
    this.worker = worker;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("shards are taken")
        .status(worker.isInService())
        .withData("locksLost", worker.lostLocks())
        .build();
  }
}
