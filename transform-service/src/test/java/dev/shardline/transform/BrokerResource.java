package dev.shardline.transform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The broker, topics and settings of the service under test. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

  /** How long a share group locks a record. */
  static final Duration LOCK = Duration.ofSeconds(3);

  /** Where the service takes shards from when it reads partitions: not those of the share group. */
  static final String PARTITIONED_SHARDS = "shards-of-partitions";

  private final KafkaCluster cluster = new KafkaCluster();

  @Override
  public Map<String, String> start() {
    try {
      cluster.createTopics();
      cluster.createTopic(PARTITIONED_SHARDS, Map.of());
      cluster.configureShareGroup("shardline-transform", LOCK);
      return Map.of(
          "kafka.bootstrap.servers",
          cluster.bootstrapServers(),
          "transform.worker-id",
          "worker-under-test",
          "transform.object-store.directory",
          Files.createTempDirectory(Path.of("target").toAbsolutePath(), "objects-").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while preparing the broker", e);
    }
  }

  /** The broker ends with the JVM. */
  @Override
  public void stop() {}
}
