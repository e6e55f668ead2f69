package dev.shardline.cli.cluster;

import dev.shardline.lag.ClusterAwayException;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.WatchedGroup;
import dev.shardline.lag.cluster.ClusterLagReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** The lag of groups, again and again. For one thread at a time. */
public final class GroupLags implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String address;
  private final ClusterLagReader reader;

  private GroupLags(String address, ClusterLagReader reader) {
    this.address = address;
    this.reader = reader;
  }

  /**
   * Of a cluster.
   *
   * @throws ClusterSettingsException if its settings make no client
   */
  public static GroupLags of(ClusterSettings settings) {
    Map<String, Object> config = new HashMap<>(settings.properties());
    config.put("bootstrap.servers", settings.bootstrapServer());
    try {
      return new GroupLags(settings.bootstrapServer(), new ClusterLagReader(config, TIMEOUT));
    } catch (KafkaException e) {
      throw new KafkaFailure(settings.bootstrapServer()).translated(e);
    }
  }

  /**
   * Reads.
   *
   * @throws ClusterUnreachableException if the cluster does not answer
   */
  public LagReading read(List<WatchedGroup> groups) throws InterruptedException {
    try {
      return reader.read(groups);
    } catch (ClusterAwayException e) {
      throw new ClusterUnreachableException(address + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
