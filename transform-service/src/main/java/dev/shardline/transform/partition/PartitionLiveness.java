package dev.shardline.transform.partition;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Live unless only a new process would help; in the mode that has no slots here, always. */
@Liveness
@Singleton
class PartitionLiveness implements HealthCheck {

  private final PartitionShards shards;

  PartitionLiveness(PartitionShards shards) {
    this.shards = shards;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("slots on partitions are sound")
        .status(shards.crew().isSound())
        .build();
  }
}
