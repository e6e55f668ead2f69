package dev.shardline.cli.bench.peer;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.topics.TopicLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What the yardsticks work on: topics with as many partitions as the real thing has, one for each,
 * so that none takes what another left, and a share group like the real one.
 */
public final class RawTopics {

  /** Of the raw share loop. */
  public static final String SHARDS = "bench-shards";

  /** Of the raw loop in a classic group. */
  static final String CLASSIC_SHARDS = "bench-shards-classic";

  /** Of the Parallel Consumer. */
  static final String PARALLEL_SHARDS = "bench-shards-parallel";

  /** Of the transform service in partition mode. */
  public static final String PARTITION_SHARDS = "bench-shards-partitions";

  /** Of all but the transform service. */
  public static final String RESULTS = "bench-results";

  static final String GROUP = "bench-raw";
  static final String CLASSIC_GROUP = "bench-raw-classic";
  static final String PARALLEL_GROUP = "bench-parallel";

  private RawTopics() {}

  /**
   * Creates them on a cluster that has none of them.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public static void create(Cluster cluster) throws InterruptedException {
    NewTopic results =
        new NewTopic(RESULTS, TopicLayout.DEFAULT.partitions(), (short) 1)
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    List<NewTopic> topics = new ArrayList<>(List.of(results));
    for (String shards : List.of(SHARDS, CLASSIC_SHARDS, PARALLEL_SHARDS, PARTITION_SHARDS)) {
      topics.add(new NewTopic(shards, TopicLayout.DEFAULT.shardPartitions(), (short) 1));
    }
    cluster.await(cluster.admin().createTopics(topics).all());
    AlterConfigOp fromTheBeginning =
        new AlterConfigOp(
            new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, GROUP);
    cluster.await(
        cluster.admin().incrementalAlterConfigs(Map.of(group, List.of(fromTheBeginning))).all());
  }
}
