package dev.shardline.lag.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the Kafka clients that lag is read with. */
final class ClusterClients {

  /** What one answer of a broker may bring: looking at many partitions takes several. */
  private static final int FETCH_BYTES = 4 * 1024 * 1024;

  private static final int PARTITION_FETCH_BYTES = 256 * 1024;

  private final Map<String, Object> kafka;
  private final Duration timeout;

  ClusterClients(Map<String, Object> kafka, Duration timeout) {
    this.kafka = Map.copyOf(kafka);
    this.timeout = timeout;
  }

  Admin admin() {
    return Admin.create(patient(new HashMap<>(kafka)));
  }

  /** Reads what one of that isolation would see. */
  LogReader reader(IsolationLevel isolation) {
    Map<String, Object> config = patient(new HashMap<>(kafka));
    config.put(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString().toLowerCase(Locale.ROOT));
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // Records that were deleted meanwhile: the next that is there.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    // Closing waits for the fetch under way.
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    return new LogReader(
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  private Map<String, Object> patient(Map<String, Object> config) {
    int millis = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    config.putIfAbsent(AdminClientConfig.CLIENT_ID_CONFIG, "shardline-lag");
    return config;
  }
}
