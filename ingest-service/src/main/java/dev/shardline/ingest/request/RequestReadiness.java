package dev.shardline.ingest.request;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while requests are taken; not while draining. */
@Readiness
@ApplicationScoped
public class RequestReadiness implements HealthCheck {

  private final RequestWorkers workers;

  RequestReadiness(RequestWorkers workers) {
    this.workers = workers;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("requests are taken").status(workers.isInService()).build();
  }
}
