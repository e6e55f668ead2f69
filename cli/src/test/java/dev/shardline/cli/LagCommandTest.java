package dev.shardline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LagCommandTest {

  private final String topic = "topic-" + UUID.randomUUID();
  private final String group = "group-" + UUID.randomUUID();

  @BeforeEach
  void writeFiveRecords() throws InterruptedException, ExecutionException {
    try (Cluster cluster = Cluster.connect(TestCluster.settings());
        var producer =
            new KafkaProducer<>(
                Map.<String, Object>of(
                    "bootstrap.servers", TestCluster.settings().bootstrapServer()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      cluster.await(cluster.admin().createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
      for (int i = 0; i < 5; i++) {
        var _ = producer.send(new ProducerRecord<>(topic, "x".getBytes(UTF_8))).get();
      }
    }
  }

  @Test
  void printsALineForTheGroupAndEachPartition() throws InterruptedException {
    commit(3);

    CommandRun run = CommandRun.onCluster("lag", "--group", group);

    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).matches("GROUP, PARTITION +LAG +OLDEST +POSITION +END +MEMBERS");
    assertThat(lines.get(1)).matches(group + " +2 +\\d+ s +0");
    assertThat(lines.get(2)).matches("  " + topic + "-0 +2 +\\d+ s +3 +5");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void endsWith1AboveALimit() throws InterruptedException {
    commit(1);

    CommandRun above = CommandRun.onCluster("lag", "--group", group, "--max-lag", "3");
    CommandRun within = CommandRun.onCluster("lag", "--group", group, "--max-lag", "4");
    CommandRun young = CommandRun.onCluster("lag", "--group", group, "--max-age", "1h");
    CommandRun old = CommandRun.onCluster("lag", "--group", group, "--max-age", "1ms");

    assertThat(above.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(above.err()).contains("lag 4 is above --max-lag 3");
    assertThat(within.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(young.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(old.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(old.err()).contains("above --max-age");
  }

  @Test
  void endsWith3AndSaysWhyWhereALagIsUnknown() {
    CommandRun run = CommandRun.onCluster("lag", "--group", group, "--topic", topic);

    assertThat(run.out()).contains("unknown").contains("earliest or latest");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);

    CommandRun told =
        CommandRun.onCluster("lag", "--group", group, "--topic", topic, "--start", "earliest");

    assertThat(told.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(told.out().lines().toList().get(1)).matches(group + " +5 .*");
  }

  @Test
  void printsJsonWithNullForWhatIsUnknown() throws Exception {
    CommandRun run = CommandRun.onCluster("lag", "--group", group, "--topic", topic, "--json");

    JsonNode json = new ObjectMapper().readTree(run.out()).path("groups").get(0);
    assertThat(json.path("lag").isNull()).isTrue();
    assertThat(json.path("reason").asText()).contains("earliest or latest");
    assertThat(json.path("partitions").get(0).path("logEnd").asLong()).isEqualTo(5);

    commit(2);
    CommandRun known = CommandRun.onCluster("lag", "--group", group, "--json");

    JsonNode knownJson = new ObjectMapper().readTree(known.out()).path("groups").get(0);
    assertThat(knownJson.path("lag").asLong()).isEqualTo(3);
    assertThat(knownJson.path("reason").isNull()).isTrue();
    assertThat(knownJson.path("oldestAgeAtMostSeconds").isNumber()).isTrue();
    assertThat(knownJson.path("partitions").get(0).path("position").asLong()).isEqualTo(2);
  }

  private void commit(long offset) throws InterruptedException {
    try (Cluster cluster = Cluster.connect(TestCluster.settings())) {
      cluster.await(
          cluster
              .admin()
              .alterConsumerGroupOffsets(
                  group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
              .all());
    }
  }
}
