package dev.shardline.transform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;

/** Points the service under test at the tests' broker. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

  private final KafkaCluster cluster = new KafkaCluster();

  @Override
  public Map<String, String> start() {
    try {
      cluster.createTopics();
      cluster.configureShareGroup("shardline-transform", Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Map.of("kafka.bootstrap.servers", cluster.bootstrapServers());
  }

  @Override
  public void stop() {}
}
