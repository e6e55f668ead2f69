package dev.shardline.transform.queue;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Live unless only a new process would help: a slot has failed, or a computation that was told to
 * stop keeps its core. Brokers that are away are no reason.
 */
@Liveness
@Singleton
class ServiceLiveness implements HealthCheck {

  private final QueueWorker worker;

  ServiceLiveness(QueueWorker worker) {
    this.worker = worker;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("slots are sound").status(worker.isSound()).build();
  }
}
