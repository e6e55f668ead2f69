package dev.shardline.systemtests.secured;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.broker.secured.KafkaResources;
import dev.shardline.broker.secured.KafkaScripts;
import dev.shardline.broker.secured.ScriptRun;
import dev.shardline.broker.secured.SecuredBroker;
import dev.shardline.systemtests.secured.CommandLine.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code deploy/kafka/setup.sh} with Kafka's own programs, on a broker with TLS, users and an
 * authoriser: it makes what the resources for Strimzi declare, and the system works with that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class SetupScriptIT {

  private static final Path SCRIPT = KafkaResources.directory().resolve("setup.sh");

  private static final String ADMIN = "admin";
  private static final String CLIENT = "shardline-client";
  private static final String OPERATOR = "shardline-operator";
  private static final String TRANSFORM = "shardline-transform";

  private static final Map<String, Set<AclBinding>> USERS =
      KafkaResources.users(KafkaResources.directory().resolve("users.yaml"));

  /** What README.md beside the script says that whoever runs it may do. */
  private static final Set<AclBinding> RIGHTS_OF_ADMIN =
      Set.of(
          right(ResourceType.CLUSTER, "kafka-cluster", AclOperation.CREATE),
          right(ResourceType.CLUSTER, "kafka-cluster", AclOperation.ALTER),
          right(ResourceType.GROUP, TRANSFORM, AclOperation.ALTER_CONFIGS));

  private Path directory;
  private SecuredBroker broker;
  private CommandLine commandLine;
  private ScriptRun first;
  private State afterTheFirst;

  /** What a cluster was told to be. */
  private record State(
      Map<String, KafkaResources.Topic> topics,
      Map<String, String> group,
      Set<AclBinding> rights) {}

  @BeforeAll
  void runOnce(@TempDir Path scratch) throws Exception {
    directory = scratch;
    KafkaScripts.write(directory);
    broker = SecuredBroker.start(Files.createDirectory(directory.resolve("broker")), Map.of());
    commandLine = new CommandLine(Files.createDirectory(directory.resolve("commands")), broker);
    for (String user : USERS.keySet()) {
      broker.createUser(user);
    }
    broker.createUser(ADMIN);
    broker.admin().createAcls(RIGHTS_OF_ADMIN).all().get();

    first = setUp(SCRIPT, ADMIN);
    afterTheFirst = state();
  }

  @AfterAll
  void end() {
    broker.close();
  }

  @Test
  void makesWhatTheResourcesForStrimziDeclare() {
    assertThat(first.exitCode()).as(first.output()).isZero();
    assertThat(afterTheFirst.topics()).isEqualTo(declaredTopics());
    assertThat(afterTheFirst.rights())
        .isEqualTo(USERS.values().stream().flatMap(Collection::stream).collect(toSet()));
  }

  @Test
  void leavesNothingToDoForTheTopicsCommand() throws Exception {
    Outcome plan = commandLine.as(OPERATOR, "topics --dry-run");

    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.out().lines())
        .hasSize(declaredTopics().size() + 1)
        .allMatch(line -> line.startsWith("keep "));
  }

  @Test
  void canBeRunAgain() throws Exception {
    ScriptRun second = setUp(SCRIPT, ADMIN);

    assertThat(second.exitCode()).as(second.output()).isZero();
    assertThat(state()).isEqualTo(afterTheFirst);
  }

  @Test
  void needsTheRightsThatAreSaidAndNoOthers() {
    Set<AclBinding> used =
        broker.audit().stream()
            .filter(decision -> decision.principal().equals("User:" + ADMIN))
            .flatMap(decision -> decision.right().stream())
            .collect(toSet());

    assertThat(used).isEqualTo(RIGHTS_OF_ADMIN);
  }

  @Test
  void shardsAreComputedWithWhatItMade() throws Exception {
    int before = broker.audit().size();
    try (SecuredService transform =
        SecuredService.start(
            "transform-service", TRANSFORM, broker, TRANSFORM, directory, Map.of())) {
      transform.awaitReady();

      Outcome submitted = commandLine.as(CLIENT, "submit", "2500");

      assertThat(submitted.out()).isEqualTo("Input 2500 -> Result length: 7408 digits\n");
      assertThat(broker.audit().stream().skip(before))
          .filteredOn(decision -> !decision.allowed())
          .isEmpty();
    }
  }

  @Test
  void whoMayNotIsToldSoAndItFails() throws Exception {
    for (String part : List.of("topics", "group", "rights")) {
      ScriptRun run = setUp(SCRIPT, CLIENT, part);

      assertThat(run.exitCode()).as(run.output()).isNotZero();
      assertThat(run.output()).containsIgnoringCase("authoriz");
    }
    assertThat(state()).isEqualTo(afterTheFirst);
  }

  @Test
  void whatKafkaDoesNotKnowFailsAndIsNamed() throws Exception {
    assertFails("topics", "--partitions", "--partition-count", "partition-count is not a recog");
    assertFails("topics", "retention.ms=604800000", "retention.sm=1", "retention.sm");
    assertFails("group", "share.auto.offset.reset", "share.auto.offset.rest", "offset.rest");
    assertFails("rights", "--operation", "--operations", "operations is not a recog");
    assertFails("rights", "DescribeConfigs --group", "DescribeConfig --group", "DescribeConfig");
    assertThat(state()).isEqualTo(afterTheFirst);
  }

  @Test
  void aPartThatItHasNotIsNamed() throws Exception {
    ScriptRun run = setUp(SCRIPT, ADMIN, "topic");

    assertThat(run)
        .isEqualTo(new ScriptRun(2, "setup.sh: expected topics, group or rights, was \"topic\"\n"));
  }

  private void assertFails(String part, String text, String mistake, String named)
      throws Exception {
    String original = Files.readString(SCRIPT);
    assertThat(original).contains(text);
    Path copy =
        Files.writeString(
            Files.createTempFile(directory, "setup", ".sh"),
            original
                .replace(text, mistake)
                // Of a topic that is there already, Kafka would not look at what it is asked for.
                .replace("topic source-requests 8", "topic not-yet-there 8"));

    ScriptRun run = setUp(copy, ADMIN, part);

    assertThat(run.exitCode()).as(run.output()).isNotZero();
    assertThat(run.output()).contains(named);
  }

  private ScriptRun setUp(Path script, String user, String... parts) throws Exception {
    return ScriptRun.of(
        script,
        directory,
        Map.of(
            "BOOTSTRAP_SERVER", broker.bootstrapServers(),
            "COMMAND_CONFIG", commandLine.properties(user).toString(),
            "KAFKA_BIN", directory.toString(),
            "REPLICATION_FACTOR", "1"),
        parts);
  }

  /** Those of one broker: there is none that could be in sync with it. */
  private static Map<String, KafkaResources.Topic> declaredTopics() {
    Map<String, KafkaResources.Topic> topics = new TreeMap<>();
    KafkaResources.topics(KafkaResources.directory().resolve("topics.yaml"))
        .forEach((name, topic) -> {
          Map<String, String> configs = new HashMap<>(topic.configs());
          configs.remove(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
          topics.put(name, new KafkaResources.Topic(topic.partitions(), 1, configs));
        });
    return topics;
  }

  private State state() throws Exception {
    Map<String, KafkaResources.Topic> topics = new TreeMap<>();
    Set<String> names =
        broker.admin().listTopics().names().get().stream()
            .filter(name -> !name.startsWith("__"))
            .collect(toSet());
    for (var topic : broker.admin().describeTopics(names).allTopicNames().get().values()) {
      topics.put(
          topic.name(),
          new KafkaResources.Topic(
              topic.partitions().size(),
              topic.partitions().getFirst().replicas().size(),
              settings(ConfigResource.Type.TOPIC, topic.name())));
    }
    Set<AclBinding> rights =
        broker.admin().describeAcls(AclBindingFilter.ANY).values().get().stream()
            .filter(right -> !RIGHTS_OF_ADMIN.contains(right))
            .collect(toSet());
    return new State(topics, settings(ConfigResource.Type.GROUP, TRANSFORM), rights);
  }

  private Map<String, String> settings(ConfigResource.Type type, String name) throws Exception {
    ConfigResource resource = new ConfigResource(type, name);
    Config config =
        requireNonNull(broker.admin().describeConfigs(List.of(resource)).values().get(resource))
            .get();
    return config.entries().stream()
        .filter(entry ->
            entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG
                || entry.source() == ConfigEntry.ConfigSource.DYNAMIC_GROUP_CONFIG)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }

  private static AclBinding right(ResourceType type, String name, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, PatternType.LITERAL),
        new AccessControlEntry("User:" + ADMIN, "*", operation, AclPermissionType.ALLOW));
  }
}
