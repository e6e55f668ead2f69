package dev.shardline.transform.requeue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.Topics;
import dev.shardline.transform.KafkaCluster;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.Records;
import dev.shardline.transform.outbox.Outbox;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KafkaRequeuerTest extends RequeuerContract {

  private final KafkaCluster cluster = new KafkaCluster();
  private final String topic = "requeue-" + UUID.randomUUID();
  private final Outbox outbox =
      Outbox.connect(Map.of("bootstrap.servers", cluster.bootstrapServers()));

  @BeforeEach
  void prepare() throws InterruptedException {
    cluster.createTopics();
    cluster.createTopic(topic, Map.of());
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Override
  Requeuer requeuer() {
    return new KafkaRequeuer(outbox);
  }

  @Override
  ReceivedRecord backInLine(String mark) {
    return read(topic, mark);
  }

  @Override
  ReceivedRecord waiting(String mark) {
    return read(Topics.SHARDS_RETRY, mark);
  }

  @Override
  ReceivedRecord tooLarge() {
    return record(new byte[1024 * 1024]);
  }

  @Override
  String topic() {
    return topic;
  }

  private ReceivedRecord read(String from, String mark) {
    return cluster
        .read(
            from,
            record -> new String(record.value(), UTF_8).equals(mark) ? Records.of(record) : null,
            1)
        .getFirst();
  }
}
