package dev.shardline.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shardline.broker.TestBroker;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.cli.cluster.RequestRejectedException;
import dev.shardline.cli.cluster.TopicMissingException;
import dev.shardline.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a broker of its own, as the topics' names are fixed. */
class TopicSetupTest {

  private TestBroker broker;
  private Cluster cluster;

  @BeforeEach
  void start() throws InterruptedException {
    broker = TestBroker.start();
    cluster = Cluster.connect(ClusterSettings.of(broker.bootstrapServers()));
  }

  @AfterEach
  void stop() {
    cluster.close();
    broker.close();
  }

  @Test
  void leadsFromAnEmptyClusterToTheLayoutAndRepairsWhatBreaksAGuarantee() throws Exception {
    TopicSetup setup = new TopicSetup(cluster, TopicLayout.DEFAULT);

    // Planning alone changes nothing.
    assertThat(setup.plan()).filteredOn(Step.CreateTopic.class::isInstance).hasSize(11);
    assertThatThrownBy(() -> cluster.partitions(List.of(Topics.SHARDS), "READ"))
        .isInstanceOf(TopicMissingException.class)
        .hasMessageContaining("./shardline topics");

    // A replication factor that one broker cannot give is told, and the way stays open.
    TopicLayout three = new TopicLayout(8, 1, (short) 3, Retention.DEFAULT);
    assertThatThrownBy(() -> new TopicSetup(cluster, three).establish())
        .isInstanceOf(RequestRejectedException.class)
        .hasMessageContaining("replication factor");

    assertThat(setup.establish()).filteredOn(Step.CreateTopic.class::isInstance).hasSize(11);
    assertThat(cluster.partitions(List.of(Topics.SHARDS, Topics.SHARDS_DEAD), "READ")).hasSize(2);
    assertThat(setup.plan()).hasSize(12).allMatch(Step.Keep.class::isInstance);
    assertThat(config(ConfigResource.Type.GROUP, "shardline-transform"))
        .containsEntry("share.auto.offset.reset", "earliest")
        .containsEntry("share.record.lock.duration.ms", "30000")
        .containsEntry("share.delivery.count.limit", "10")
        .containsEntry("share.assignment.interval.ms", "0")
        .containsEntry("share.renew.acknowledge.enable", "true");

    // An operator's choice is kept; a setting that breaks a guarantee is put right.
    set(Topics.SHARD_RESULTS, "retention.ms", "1000000");
    set(Topics.SHARD_RESULTS, "cleanup.policy", "delete");
    set(Topics.SHARDS_DEAD, "max.message.bytes", "1000");
    assertThat(setup.establish())
        .filteredOn(Step.AlterTopic.class::isInstance)
        .extracting(Step::toString)
        .containsExactly(
            "alter  topic shard-results: cleanup.policy=compact,delete (was delete)",
            "alter  topic shards-dead: max.message.bytes=2162688 (was 1000)");
    assertThat(setup.plan()).allMatch(Step.Keep.class::isInstance);
    assertThat(config(ConfigResource.Type.TOPIC, Topics.SHARD_RESULTS))
        .containsEntry("retention.ms", "1000000")
        .containsEntry("cleanup.policy", "compact,delete");

    // Partitions are told, never added.
    TopicLayout more = new TopicLayout(9, 1, (short) -1, Retention.DEFAULT);
    assertThat(new TopicSetup(cluster, more).plan().getFirst())
        .hasToString("keep   topic source-requests: it has partitions=8, not 9");
  }

  private Map<String, String> config(ConfigResource.Type type, String name) throws Exception {
    ConfigResource resource = new ConfigResource(type, name);
    return cluster.admin().describeConfigs(List.of(resource)).all().get().values().stream()
        .flatMap(config -> config.entries().stream())
        .filter(entry -> entry.value() != null)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }

  private void set(String topic, String key, String value) throws Exception {
    cluster
        .admin()
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
        .all()
        .get();
    await()
        .untilAsserted(
            () -> assertThat(config(ConfigResource.Type.TOPIC, topic)).containsEntry(key, value));
  }
}
