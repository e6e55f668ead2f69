package dev.shardline.cli.topics;

import dev.shardline.cli.cluster.Cluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Carries out steps. */
final class StepExecution {

  private final Cluster cluster;

  StepExecution(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Carries out all steps, and returns when the controller has taken them.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if one of them is refused; to plan and carry
   *     out once more is safe
   */
  void execute(List<Step> steps) throws InterruptedException {
    List<NewTopic> topics = new ArrayList<>();
    Map<ConfigResource, List<AlterConfigOp>> alterations = new HashMap<>();
    for (Step step : steps) {
      switch (step) {
        case Step.CreateTopic create -> topics.add(newTopic(create.topic()));
        case Step.AlterTopic alter ->
            add(alterations, ConfigResource.Type.TOPIC, alter.topic(), alter.key(), alter.value());
        case Step.AlterGroup alter ->
            add(alterations, ConfigResource.Type.GROUP, alter.group(), alter.key(), alter.value());
        case Step.Keep keep -> {}
      }
    }
    if (!topics.isEmpty()) {
      cluster
          .failure()
          .needing("CREATE", topics.stream().map(NewTopic::name).toList())
          .await(cluster.admin().createTopics(topics).all());
    }
    if (!alterations.isEmpty()) {
      var answers = cluster.admin().incrementalAlterConfigs(Map.copyOf(alterations)).values();
      for (var answer : answers.entrySet()) {
        cluster.failure().needing("ALTER_CONFIGS", told(answer.getKey())).await(answer.getValue());
      }
    }
  }

  private static String told(ConfigResource resource) {
    return resource.type().name().toLowerCase(Locale.ROOT) + " " + resource.name();
  }

  private static NewTopic newTopic(PlannedTopic topic) {
    Optional<Short> replication =
        topic.replicationFactor() == TopicLayout.BROKER_DEFAULT_REPLICATION
            ? Optional.empty()
            : Optional.of(topic.replicationFactor());
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), replication)
        .configs(topic.configs());
  }

  private static void add(
      Map<ConfigResource, List<AlterConfigOp>> alterations,
      ConfigResource.Type type,
      String name,
      String key,
      String value) {
    alterations
        .computeIfAbsent(new ConfigResource(type, name), resource -> new ArrayList<>())
        .add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
  }
}
