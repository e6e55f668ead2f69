package dev.shardline.cli.topics;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.KafkaFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/**
 * Compares a cluster with what Shardline needs of it, and leads it there. Partitions are never
 * added to a topic: the same key would go to another partition than before.
 */
public final class TopicSetup {

  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

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
    // Not from the list of topics, which leaves out what the user may not see.
    Map<String, TopicDescription> descriptions =
        cluster.describe(layout.topics().stream().map(PlannedTopic::name).toList(), "DESCRIBE");
    Map<ConfigResource, Config> configs = configs(descriptions.keySet());
    List<Step> steps = new ArrayList<>();
    for (PlannedTopic topic : layout.topics()) {
      @Nullable TopicDescription description = descriptions.get(topic.name());
      @Nullable Config config = configs.get(resource(topic.name()));
      if (description == null || config == null) {
        steps.add(new Step.CreateTopic(topic));
      } else {
        steps.addAll(compare(topic, description.partitions().size(), config));
      }
    }
    steps.addAll(new ShareGroupSetup(cluster).plan());
    return List.copyOf(steps);
  }

  /**
   * Carries out what is to be done, and returns when the brokers know it too: the controller takes
   * a change first, and the brokers that clients ask hear of it a little later.
   *
   * @return the steps, as {@link #plan()} gave them before
   * @throws dev.shardline.cli.cluster.ClusterException if one of them is refused; to do it once
   *     more is safe
   */
  public List<Step> establish() throws InterruptedException {
    List<Step> steps = plan();
    new StepExecution(cluster).execute(steps);
    long start = System.nanoTime();
    List<Step> left = left();
    while (!left.isEmpty()) {
      if (System.nanoTime() - start > KNOWN_WITHIN.toNanos()) {
        throw cluster
            .failure()
            .rejected("the brokers have not taken over: " + left.getFirst().toString());
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
      left = left();
    }
    return steps;
  }

  private List<Step> left() throws InterruptedException {
    return plan().stream().filter(step -> !(step instanceof Step.Keep)).toList();
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

  private Map<ConfigResource, Config> configs(Set<String> topics) throws InterruptedException {
    Map<ConfigResource, Config> configs = new HashMap<>();
    var answers =
        cluster.admin().describeConfigs(topics.stream().map(TopicSetup::resource).toList());
    for (var answer : answers.values().entrySet()) {
      KafkaFailure failure =
          cluster.failure().needing("DESCRIBE_CONFIGS", List.of(answer.getKey().name()));
      configs.put(answer.getKey(), failure.await(answer.getValue()));
    }
    return configs;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static String value(Config config, String key) {
    return config.get(key).value();
  }
}
