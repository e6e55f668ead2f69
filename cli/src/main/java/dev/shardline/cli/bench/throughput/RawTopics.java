package dev.shardline.cli.bench.throughput;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.topics.TopicLayout;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** What the raw loop works on: as many partitions as the real thing has, and a group like it. */
final class RawTopics {

  static final String SHARDS = "bench-shards";
  static final String RESULTS = "bench-results";
  static final String GROUP = "bench-raw";

  private RawTopics() {}

  static void create(Cluster cluster) throws InterruptedException {
    NewTopic shards = new NewTopic(SHARDS, TopicLayout.DEFAULT.shardPartitions(), (short) 1);
    NewTopic results =
        new NewTopic(RESULTS, TopicLayout.DEFAULT.partitions(), (short) 1)
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    cluster.await(cluster.admin().createTopics(List.of(shards, results)).all());
    AlterConfigOp fromTheBeginning =
        new AlterConfigOp(
            new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, GROUP);
    cluster.await(
        cluster.admin().incrementalAlterConfigs(Map.of(group, List.of(fromTheBeginning))).all());
  }
}
