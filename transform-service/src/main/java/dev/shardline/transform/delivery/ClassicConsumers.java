package dev.shardline.transform.delivery;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens consumers that read from the beginning and commit nothing by themselves. Thread-safe. */
public final class ClassicConsumers {

  private final Map<String, Object> connection;

  /**
   * Consumers of a cluster.
   *
   * @param connection how to reach the brokers: servers, TLS, SASL
   */
  public ClassicConsumers(Map<String, Object> connection) {
    this.connection = Map.copyOf(connection);
  }

  /** One that belongs to no group. */
  public Consumer<byte[], byte[]> withoutGroup() {
    return open(config());
  }

  /**
   * One without a group that follows a topic in which there is seldom anything new: it asks every 5
   * seconds for more, and has it as soon as there is some. Its close can take as long.
   */
  public Consumer<byte[], byte[]> following() {
    Map<String, Object> config = config();
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5_000);
    return open(config);
  }

  /** A member of a group. */
  public Consumer<byte[], byte[]> inGroup(String group) {
    Map<String, Object> config = config();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    // 45 s by default: so long what a killed worker read would wait for another.
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    // 100 ms by default: so often the heartbeat's thread wakes too, whether or not one is due.
    config.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 500);
    return open(config);
  }

  private Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // A topic made by the way would have no compaction and another retention.
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return config;
  }

  private static Consumer<byte[], byte[]> open(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
