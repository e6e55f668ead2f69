package dev.shardline.transform.attempt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.Topics;
import dev.shardline.transform.KafkaCluster;
import dev.shardline.transform.delivery.ClassicConsumers;
import dev.shardline.transform.delivery.Records;
import dev.shardline.transform.outbox.Outbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KafkaAttemptLogTest extends AttemptLogContract {

  private static final KafkaCluster CLUSTER = new KafkaCluster();

  private final Map<String, Object> connection =
      Map.of("bootstrap.servers", CLUSTER.bootstrapServers());
  private final Outbox outbox = Outbox.connect(connection);
  private final KafkaAttemptLog log = log(connection);
  private final KafkaAttemptLog other = log(connection);

  @BeforeAll
  static void prepare() throws InterruptedException {
    CLUSTER.createTopics();
  }

  @AfterEach
  void close() {
    log.close();
    other.close();
    outbox.close();
  }

  @Test
  void refusesToTakeAMissingTopicForAnEmptyHistory() {
    try (KafkaAttemptLog missing =
        new KafkaAttemptLog(
            new ClassicConsumers(connection)::withoutGroup, outbox, "no-such-topic")) {
      assertThatThrownBy(() -> missing.read(List.of(Records.delivered(2))))
          .hasMessageStartingWith("the topic no-such-topic does not exist")
          .hasMessageEndingWith("shardline topics");
    }
  }

  @Override
  AttemptLog log() {
    return log;
  }

  @Override
  AttemptLog logOfAnotherWorker() {
    return other;
  }

  private KafkaAttemptLog log(Map<String, Object> to) {
    return new KafkaAttemptLog(
        new ClassicConsumers(to)::withoutGroup, outbox, Topics.SHARD_ATTEMPTS);
  }
}
