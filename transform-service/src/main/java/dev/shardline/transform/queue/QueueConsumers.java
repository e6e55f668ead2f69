package dev.shardline.transform.queue;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens the queue for one slot at a time. Thread-safe. */
final class QueueConsumers {

  /**
   * From so many on, whole batches of their producers are acquired: brokers keep one state for each
   * then and not one for each record, which is 1.3 times as fast. A batch may exceed the number.
   */
  private static final int WHOLE_BATCHES = 2048;

  private final Map<String, Object> connection;
  private final String group;
  private final String topic;

  /**
   * A queue of that group and topic.
   *
   * @param connection how to reach the brokers: servers, TLS, SASL
   */
  QueueConsumers(Map<String, Object> connection, String group, String topic) {
    this.connection = Map.copyOf(connection);
    this.group = group;
    this.topic = topic;
  }

  /**
   * Joins the group.
   *
   * @param acquireAtMost how many records an acquisition takes, 1 or above; many are the next whole
   *     batches
   */
  ShardQueue open(int acquireAtMost) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
    // Without the limit a consumer acquires whole batches, and one worker hoards what others could
    // have begun.
    config.put(
        ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG,
        acquireAtMost < WHOLE_BATCHES ? "record_limit" : "batch_optimized");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, acquireAtMost);
    return new KafkaShardQueue(
        new KafkaShareConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        topic);
  }
}
