package dev.shardline.worker.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.broker.TestBroker;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.contracts.worker.WorkerStatus.Answers;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import dev.shardline.worker.identity.WorkerIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StatusReportTest {

  private static final WorkerIdentity WORKER = new WorkerIdentity("host-1", "a-service", 2);
  private static final Activity IDLE = new Activity(0, false, new Answers(0, 0, 0), List.of());

  @Test
  @Timeout(120)
  void tellsTheStatusTopicFromItsBeginToItsEnd() throws Exception {
    try (TestBroker broker = TestBroker.start()) {
      Map<String, Object> connection =
          Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
      createTopic(connection);
      try (KafkaConsumer<String, byte[]> topic =
          new KafkaConsumer<>(connection, new StringDeserializer(), new ByteArrayDeserializer())) {
        topic.assign(List.of(new TopicPartition(Topics.WORKER_STATUS, 0)));
        topic.seekToBeginning(topic.assignment());

        StatusReport report =
            StatusReport.begin(WORKER, Duration.ofMinutes(1), () -> IDLE, connection);
        List<ConsumerRecord<String, byte[]>> told = new ArrayList<>(next(topic));
        report.close();
        told.addAll(next(topic));

        assertThat(told).extracting(ConsumerRecord::key).containsExactly("host-1", "host-1");
        assertThat(told)
            .extracting(message -> WorkerStatusCodec.decode(message.value()))
            .extracting(WorkerStatus::ended)
            .containsExactly(false, true);
      }
    }
  }

  private static void createTopic(Map<String, Object> connection) throws Exception {
    try (Admin admin = Admin.create(connection)) {
      NewTopic topic = new NewTopic(Topics.WORKER_STATUS, Optional.of(1), Optional.empty());
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  private static List<ConsumerRecord<String, byte[]>> next(KafkaConsumer<String, byte[]> topic) {
    List<ConsumerRecord<String, byte[]>> messages = List.of();
    while (messages.isEmpty()) {
      messages = topic.poll(Duration.ofSeconds(1)).records(topic.assignment().iterator().next());
    }
    return messages;
  }
}
