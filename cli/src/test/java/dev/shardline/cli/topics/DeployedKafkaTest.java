package dev.shardline.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.broker.secured.KafkaResources;
import dev.shardline.broker.secured.SetupScript;
import dev.shardline.contracts.Topics;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/kafka} says what the code does: for Strimzi, and as a script. */
class DeployedKafkaTest {

  private static final TopicLayout LAYOUT =
      new TopicLayout(
          TopicLayout.DEFAULT_PARTITIONS,
          TopicLayout.DEFAULT_SHARD_PARTITIONS,
          (short) 3,
          Retention.DEFAULT);

  private static final Path HOME = Path.of(System.getProperty("shardline.home", ".."));
  private static final Path TOPICS = KafkaResources.directory().resolve("topics.yaml");
  private static final Path USERS = KafkaResources.directory().resolve("users.yaml");
  private static final Path SCRIPT = KafkaResources.directory().resolve("setup.sh");

  @TempDir private Path scratch;

  @Test
  void strimzisTopicsAreThoseOfTheTopicsCommand() {
    assertThat(KafkaResources.topics(TOPICS)).isEqualTo(planned());
  }

  @Test
  void theScriptsTopicsAreThoseOfTheTopicsCommand() throws Exception {
    assertThat(SetupScript.run(SCRIPT, scratch).topics()).isEqualTo(planned());
  }

  @Test
  void theScriptSetsTheShareGroupAsTheTopicsCommandDoes() throws Exception {
    assertThat(SetupScript.run(SCRIPT, scratch).groups())
        .isEqualTo(Map.of(ShareGroupLayout.GROUP, ShareGroupLayout.configs()));
  }

  @Test
  void theScriptGrantsWhatStrimziGrants() throws Exception {
    assertThat(SetupScript.run(SCRIPT, scratch).users()).isEqualTo(KafkaResources.users(USERS));
  }

  @Test
  void everyTopicHasItsReadersAndWritersAndNoneIsUnknown() throws Exception {
    assertThat(granted(ResourceType.TOPIC)).isEqualTo(declaredTopics());
  }

  @Test
  void rightsAreForTheGroupsThatTheServicesJoin() throws Exception {
    Properties ingest = properties("ingest-service");
    Set<String> watched =
        properties("monitor-service").stringPropertyNames().stream()
            .filter(key -> key.startsWith("monitor.groups."))
            .map(key -> key.split("\\.", -1)[2])
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(granted(ResourceType.GROUP)).isEqualTo(watched);
    assertThat(watched).contains(ingest.getProperty("ingest.group"), ShareGroupLayout.GROUP);
  }

  @Test
  void aCopyThatDiffersIsNoticed() throws Exception {
    Path topics = copy(TOPICS, "retention.ms: 604800000", "retention.ms: 604800001");
    Path users = copy(USERS, "operations: [Read, DescribeConfigs]", "operations: [Read]");
    Path script = copy(SCRIPT, "allow shardline-client Write", "allow shardline-client Read");

    assertThat(KafkaResources.topics(topics)).isNotEqualTo(planned());
    assertThat(KafkaResources.users(users)).isNotEqualTo(KafkaResources.users(USERS));
    assertThat(SetupScript.run(script, Files.createDirectory(scratch.resolve("run"))).users())
        .isNotEqualTo(KafkaResources.users(USERS));
  }

  private static Map<String, KafkaResources.Topic> planned() {
    Map<String, KafkaResources.Topic> topics = new TreeMap<>();
    for (PlannedTopic topic : LAYOUT.topics()) {
      topics.put(
          topic.name(),
          new KafkaResources.Topic(topic.partitions(), topic.replicationFactor(), topic.configs()));
    }
    return topics;
  }

  private static Set<String> granted(ResourceType type) {
    return KafkaResources.users(USERS).values().stream()
        .flatMap(Collection::stream)
        .map(AclBinding::pattern)
        .filter(pattern -> pattern.resourceType() == type)
        .map(pattern -> pattern.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> declaredTopics() throws IllegalAccessException {
    Set<String> topics = new TreeSet<>();
    for (Field field : Arrays.asList(Topics.class.getFields())) {
      if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof String topic) {
        topics.add(topic);
      }
    }
    return topics;
  }

  private static Properties properties(String module) throws IOException {
    Properties properties = new Properties();
    Path file = HOME.resolve(module).resolve("src/main/resources/application.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private Path copy(Path file, String text, String replacement) throws IOException {
    String original = Files.readString(file);
    assertThat(original).contains(text);
    return Files.writeString(
        scratch.resolve(file.getFileName()), original.replace(text, replacement));
  }
}
