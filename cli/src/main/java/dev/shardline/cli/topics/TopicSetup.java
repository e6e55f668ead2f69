package dev.shardline.cli.topics;

import dev.shardline.cli.cluster.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/**
 * Compares a cluster with what Shardline needs of it: which steps lead there. Nothing is changed
 * here; {@link StepExecution} does. Partitions are never added: the same key would go to another
 * partition than before.
 */
public final class TopicSetup {

  private final Cluster cluster;
  private final TopicLayout layout;

  /** The way from what a cluster has to a layout. */
  public TopicSetup(Cluster cluster, TopicLayout layout) {
    this.cluster = cluster;
    this.layout = layout;
  }

  /**
   * What is to be done, and what is well already: topics first, then the share group.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if the cluster cannot be asked
   */
  public List<Step> plan() throws InterruptedException {
    Set<String> names = new TreeSet<>(cluster.await(cluster.admin().listTopics().names()));
    List<PlannedTopic> present =
        layout.topics().stream().filter(topic -> names.contains(topic.name())).toList();
    Map<String, TopicDescription> descriptions =
        cluster.await(
            cluster
                .admin()
                .describeTopics(present.stream().map(PlannedTopic::name).toList())
                .allTopicNames());
    Map<ConfigResource, Config> configs =
        cluster.await(
            cluster
                .admin()
                .describeConfigs(present.stream().map(TopicSetup::resource).toList())
                .all());
    List<Step> steps = new ArrayList<>();
    for (PlannedTopic topic : layout.topics()) {
      @Nullable TopicDescription description = descriptions.get(topic.name());
      @Nullable Config config = configs.get(resource(topic));
      if (description == null || config == null) {
        steps.add(new Step.CreateTopic(topic));
      } else {
        steps.addAll(compare(topic, description.partitions().size(), config));
      }
    }
    steps.addAll(new ShareGroupSetup(cluster).plan());
    return List.copyOf(steps);
  }

  private static List<Step> compare(PlannedTopic topic, int partitions, Config config) {
    List<Step> alterations =
        topic.requirements().stream()
            .filter(requirement -> !requirement.metBy().test(value(config, requirement.key())))
            .<Step>map(requirement ->
                new Step.AlterTopic(
                    topic.name(),
                    requirement.key(),
                    value(config, requirement.key()),
                    requirement.value()))
            .collect(Collectors.toList());
    if (!alterations.isEmpty()) {
      return alterations;
    }
    String remark =
        partitions == topic.partitions()
            ? ""
            : "it has partitions=" + partitions + ", not " + topic.partitions();
    return List.of(new Step.Keep("topic " + topic.name(), remark));
  }

  private static ConfigResource resource(PlannedTopic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }

  private static String value(Config config, String key) {
    return config.get(key).value();
  }
}
