package dev.shardline.ingest.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.broker.TestBroker;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceProgress;
import dev.shardline.ingest.settings.IngestSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaProgressPublisherTest {

  private static final SourceProgress PROGRESS =
      new SourceProgress(new SourceId(JobId.create(), "slow"), 1, 100, 50, Instant.EPOCH);

  /** More than are queued; if each waited for a broker, they would take hours. */
  private static final int MANY = 10_000;

  @Test
  @Timeout(60)
  void delaysNobodyWhileTheBrokerIsAway() {
    KafkaProgressPublisher publisher = publisher("127.0.0.1:1");

    for (int i = 0; i < MANY; i++) {
      publisher.publish(PROGRESS);
    }
    publisher.close();
    publisher.publish(PROGRESS); // nor after the end
  }

  @Test
  @Timeout(120)
  void delaysNobodyWhileTheTopicIsMissingAndFindsItOnceItIsThere() throws Exception {
    try (TestBroker broker = TestBroker.start();
        Admin admin = Admin.create(connection(broker.bootstrapServers()))) {
      KafkaProgressPublisher publisher = publisher(broker.bootstrapServers());
      for (int i = 0; i < MANY; i++) {
        publisher.publish(PROGRESS);
      }

      admin
          .createTopics(
              List.of(new NewTopic(Topics.SOURCE_PROGRESS, Optional.of(1), Optional.empty())))
          .all()
          .get();

      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> {
            publisher.publish(PROGRESS);
            return arrived(admin) > 0;
          });
      publisher.close();
    }
  }

  private static long arrived(Admin admin) throws InterruptedException, ExecutionException {
    TopicPartition partition = new TopicPartition(Topics.SOURCE_PROGRESS, 0);
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  private static KafkaProgressPublisher publisher(String servers) {
    IngestSettings settings =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(IngestSettings.class)
            .withDefaultValue("ingest.group", "any")
            .build()
            .getConfigMapping(IngestSettings.class);
    assertThat(settings.progress().interval()).isPositive();
    return new KafkaProgressPublisher(settings, connection(servers));
  }

  private static Map<String, Object> connection(String servers) {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
  }
}
