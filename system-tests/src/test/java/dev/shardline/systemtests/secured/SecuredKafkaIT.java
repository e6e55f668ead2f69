package dev.shardline.systemtests.secured;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.shardline.broker.secured.AuditedDecision;
import dev.shardline.broker.secured.KafkaResources;
import dev.shardline.broker.secured.SecuredBroker;
import dev.shardline.contracts.Topics;
import dev.shardline.systemtests.secured.CommandLine.Outcome;
import dev.shardline.systemtests.work.FlakyOnce;
import dev.shardline.systemtests.work.Nap;
import dev.shardline.systemtests.work.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a broker with TLS, users and an authoriser, the rights of {@code deploy/kafka} are enough for
 * everything and none of them is too much; who has none is told what is missing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class SecuredKafkaIT {

  private static final String INGEST = "shardline-ingest";
  private static final String TRANSFORM = "shardline-transform";
  private static final String MONITOR = "shardline-monitor";
  private static final String CLIENT = "shardline-client";
  private static final String OPERATOR = "shardline-operator";
  private static final String NOBODY = "nobody";

  private static final Map<String, Set<AclBinding>> USERS =
      KafkaResources.users(KafkaResources.directory().resolve("users.yaml"));

  private static final Map<String, KafkaResources.Topic> TOPICS =
      KafkaResources.topics(KafkaResources.directory().resolve("topics.yaml"));

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<SecuredService> services = new ArrayList<>();
  private final Map<String, Outcome> told = new HashMap<>();

  private List<AuditedDecision> audit;
  private Path directory;
  private SecuredBroker broker;
  private CommandLine commandLine;
  private Sources sources;

  @BeforeAll
  void everythingIsDoneOnce(@TempDir Path scratch) throws Exception {
    directory = scratch;
    sources = new Sources();
    broker =
        SecuredBroker.start(
            Files.createDirectory(directory.resolve("broker")),
            Map.of("group.share.min.record.lock.duration.ms", "1000"));
    commandLine = new CommandLine(Files.createDirectory(directory.resolve("commands")), broker);
    for (String user : USERS.keySet()) {
      broker.createUser(user);
    }
    broker.createUser(NOBODY);
    broker
        .admin()
        .createAcls(USERS.values().stream().flatMap(Collection::stream).toList())
        .all()
        .get();

    run("dry run before", OPERATOR, "topics", "--dry-run", "--replication-factor", "3");
    createTopics();
    run("topics", OPERATOR, "topics");
    shortenLocks();
    waitForAnotherAttempt("{\"number\": 5}");
    run("submit before", CLIENT, "submit", "--no-wait", "10", "20");
    run("ingest before", CLIENT, "ingest", "--no-wait", "early=" + sources.uri("good"));
    run("lag before", OPERATOR, "lag");

    SecuredService monitor =
        start("monitor-service", MONITOR, MONITOR, Map.of("MONITOR_INTERVAL", "1s"));
    monitor.awaitReady();
    awaitUse(MONITOR, "READ", Topics.SHARDS_RETRY);
    start(
        "ingest-service",
        INGEST,
        INGEST,
        Map.of(
            "INGEST_HTTP_ALLOWED_NETWORKS", "127.0.0.1",
            "INGEST_PROGRESS_INTERVAL", "100ms",
            "INGEST_OBJECT_STORE_DIRECTORY", directory.resolve("objects").toString()));
    SecuredService transform = transform(TRANSFORM + "-1");
    transform.awaitReady();

    run("submit", CLIENT, "submit", "2500", "2600", "2700", "2800");
    run("ingest", CLIENT, "ingest", shards("a=good", "b=good", "c=slow", "d=good"));
    run("bad row", CLIENT, "ingest", shards("bad=bad-row"));
    run("no source", CLIENT, "ingest", "none=" + sources.uri("none"));
    run("too large", CLIENT, "submit", "99999999");
    run("flaky", CLIENT, "submit", "--transform", "flaky-once", "1");
    run("results", CLIENT, "results", job("submit"));

    run("nap", CLIENT, "submit", "--no-wait", "--transform", "nap", "4000");
    awaitWorking();
    transform.kill();
    transform(TRANSFORM + "-2").awaitReady();
    run("nap results", CLIENT, "results", "--follow", "--timeout", "2m", job("nap"));
    run("long nap", CLIENT, "submit", "--no-wait", "--transform", "nap", "600000");
    run("cancel", CLIENT, "cancel", "--wait", "--timeout", "2m", job("long nap"));
    readProgress();

    // Before the redrive: of a share group, what transactions wrote may leave lag unknown.
    run("lag", OPERATOR, "lag");
    run("dead list", OPERATOR, "dead list");
    run("redrive", OPERATOR, "dead redrive");
    run("verify", OPERATOR, "verify", job("submit"));
    run("verify sources", OPERATOR, "verify", job("ingest"));
    run("dry run", OPERATOR, "topics", "--dry-run");
    audit = broker.audit();

    nobodyTries();
  }

  @AfterAll
  void end() {
    services.forEach(SecuredService::close);
    broker.close();
    sources.close();
  }

  @Test
  void whatTheFilesDeclareIsWhatTheTopicsCommandWouldCreate() {
    List<String> planned = new ArrayList<>();
    TOPICS.forEach((name, topic) ->
        planned.add(
            "create topic %s: partitions=%d, %s"
                .formatted(
                    name,
                    topic.partitions(),
                    topic.configs().entrySet().stream()
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(", ")))));

    assertThat(told("dry run before").out().lines().filter(line -> line.startsWith("create")))
        .containsExactlyInAnyOrderElementsOf(planned);
  }

  @Test
  void shardsAndSourcesGoThrough() {
    assertThat(told("submit").out())
        .isEqualTo(
            """
            Input 2500 -> Result length: 7408 digits
            Input 2600 -> Result length: 7749 digits
            Input 2700 -> Result length: 8091 digits
            Input 2800 -> Result length: 8435 digits
            """);
    assertThat(told("ingest").out().lines())
        .containsExactly(
            "a ingested successfully",
            "b ingested successfully",
            "c ingested successfully",
            "d ingested successfully");
    assertThat(told("results").out()).isEqualTo(told("submit").out());
    assertThat(told("flaky").exitCode()).isZero();
    assertThat(told("bad row").exitCode()).isZero();
    assertThat(told("no source").exitCode()).isEqualTo(1);
    assertThat(told("too large").exitCode()).isEqualTo(1);
    assertThat(told("nap results").exitCode()).isZero();
    assertThat(told("cancel").exitCode()).isZero();
  }

  @Test
  void anOperatorSeesBringsBackAndProves() {
    assertThat(told("topics").out()).contains("alter  share group shardline-transform: ");
    assertThat(told("dry run").out().lines())
        .hasSize(TOPICS.size() + 1)
        .filteredOn(line -> !line.startsWith("keep "))
        .as("what the test itself has changed")
        .containsExactly(
            "alter  share group shardline-transform: share.record.lock.duration.ms=30000 (was"
                + " 2000)");
    assertThat(told("lag before").exitCode()).isZero();
    assertThat(told("lag").exitCode()).isZero();
    assertThat(told("dead list").out()).contains(Topics.SHARDS_DEAD, Topics.SOURCE_REQUESTS_DEAD);
    assertThat(told("redrive").exitCode()).isZero();
    assertThat(told("verify").exitCode()).isZero();
    assertThat(told("verify sources").exitCode()).isZero();
  }

  @Test
  void whoHasNoRightIsToldWhichOneIsMissing() {
    assertRefused("nobody submits", "WRITE on topic shards");
    assertRefused("nobody sets up", "DESCRIBE on topic cancellations, ");
    assertRefused("the monitor submits", "WRITE on topic shards");
    assertRefused("a client redrives", "WRITE on transactional id shardline-redrive");
    assertThat(told("nobody looks").exitCode()).isEqualTo(3);
    assertThat(told("nobody looks").out())
        .contains("shardline-transform is unknown: not allowed to look at topic shards: grant");
  }

  @Test
  void theRightsAreEnough() {
    assertThat(audit)
        .filteredOn(decision -> !decision.allowed())
        .filteredOn(decision -> USERS.containsKey(user(decision)))
        .isEmpty();
  }

  @Test
  void noRightIsTooMuch() {
    Set<AclBinding> used =
        audit.stream().flatMap(decision -> decision.right().stream()).collect(Collectors.toSet());
    Set<AclBinding> unused = new HashSet<>();
    USERS.values().forEach(unused::addAll);
    unused.removeAll(used);

    assertThat(unused).isEmpty();
  }

  @Test
  void nobodyIsToldAPassword() {
    // One was killed.
    List<SecuredService> alive = services.stream().filter(SecuredService::isAlive).toList();
    String metrics =
        alive.stream().map(service -> service.body("/q/metrics")).collect(Collectors.joining());
    String health =
        alive.stream().map(service -> service.body("/q/health")).collect(Collectors.joining());
    String logs = services.stream().map(SecuredService::log).collect(Collectors.joining());

    assertThat(metrics).contains("jvm_");
    for (String secret : broker.secrets()) {
      assertThat(metrics + health + logs + commandLine.printed()).doesNotContain(secret);
    }
  }

  private void nobodyTries() throws Exception {
    start("monitor-service", NOBODY + "-monitor", NOBODY, Map.of())
        .awaitLog("the Kafka user lacks READ on topic");
    start("transform-service", NOBODY + "-transform", NOBODY, Map.of())
        .awaitLog("the Kafka user lacks READ on topic cancellations");
    start("ingest-service", NOBODY + "-ingest", NOBODY, Map.of())
        .awaitLog("the Kafka user lacks READ on topic source-requests, WRITE on topic ");
    run("nobody submits", NOBODY, "submit", "1");
    run("nobody looks", NOBODY, "lag");
    run("nobody sets up", NOBODY, "topics");
    run("the monitor submits", MONITOR, "submit", "1");
    run("a client redrives", CLIENT, "dead redrive");
  }

  private void createTopics() throws Exception {
    List<NewTopic> topics = new ArrayList<>();
    TOPICS.forEach((name, topic) -> {
      Map<String, String> configs = new HashMap<>(topic.configs());
      // There is one broker.
      configs.remove(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
      topics.add(new NewTopic(name, topic.partitions(), (short) 1).configs(configs));
    });
    broker.admin().createTopics(topics).all().get();
  }

  /** So that what a killed process held is soon another's. */
  private void shortenLocks() throws Exception {
    broker
        .admin()
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.GROUP, "shardline-transform"),
                List.of(
                    new AlterConfigOp(
                        new ConfigEntry("share.record.lock.duration.ms", "2000"),
                        AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  private void waitForAnotherAttempt(String shard) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            broker.setUpProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.SHARDS_RETRY, null, shard.getBytes(UTF_8))).get();
    }
  }

  /** The command shows progress only at a terminal, which a test has not: so it is read here. */
  private void readProgress() {
    Map<String, Object> properties = new HashMap<>(broker.clientProperties(CLIENT));
    properties.put("bootstrap.servers", broker.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition only = new TopicPartition(Topics.SOURCE_PROGRESS, 0);
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      await("progress of a source")
          .atMost(PATIENCE)
          .until(() -> !consumer.poll(Duration.ofMillis(500)).isEmpty());
    }
  }

  private SecuredService transform(String name) throws Exception {
    Path plugins = directory.resolve("plugins");
    if (!Files.exists(plugins)) {
      Files.createDirectory(plugins);
      PluginJar.write(plugins.resolve("nap.jar"), Nap.class);
      PluginJar.write(plugins.resolve("flaky.jar"), FlakyOnce.class);
    }
    SecuredService service =
        SecuredService.start(
            "transform-service",
            name,
            broker,
            TRANSFORM,
            directory,
            Map.of(
                "TRANSFORM_SLOTS", "2",
                "TRANSFORM_PLUGINS", plugins.toString(),
                "TRANSFORM_OBJECT_STORE_DIRECTORY", directory.resolve("objects").toString()));
    services.add(service);
    return service;
  }

  private SecuredService start(
      String module, String name, String user, Map<String, String> settings) {
    SecuredService service = SecuredService.start(module, name, broker, user, directory, settings);
    services.add(service);
    return service;
  }

  private void awaitUse(String user, String operation, String topic) {
    await("%s uses %s on %s".formatted(user, operation, topic))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() ->
            broker.audit().stream()
                .anyMatch(decision ->
                    user(decision).equals(user)
                        && decision.operation().equals(operation)
                        && decision.resource().equals("Topic:LITERAL:" + topic)));
  }

  private void awaitWorking() {
    SecuredService transform = services.getLast();
    await("a shard is computed")
        .atMost(PATIENCE)
        .until(() ->
            transform
                .body("/q/metrics")
                .lines()
                .anyMatch(line -> line.matches("shardline_shards_running.* [1-9].*")));
  }

  private String[] shards(String... named) {
    List<String> arguments = new ArrayList<>();
    for (String each : named) {
      String[] parts = each.split("=", 2);
      arguments.add(parts[0] + "=" + sources.uri(parts[1]));
    }
    arguments.addAll(List.of("--shards-format", "ndjson", "--shards-field", "number"));
    return arguments.toArray(String[]::new);
  }

  private void run(String name, String user, String command, String... arguments) throws Exception {
    told.put(name, commandLine.as(user, command, arguments));
  }

  private Outcome told(String name) {
    Outcome outcome = told.get(name);
    assertThat(outcome).as(name).isNotNull();
    return outcome;
  }

  private void assertRefused(String name, String right) {
    assertThat(told(name).exitCode()).isEqualTo(4);
    assertThat(told(name).err().lines())
        .last(as(STRING))
        .startsWith(
            "shardline: "
                + broker.bootstrapServers()
                + " does not allow it: the user lacks "
                + right)
        .contains("deploy/kafka/README.md");
  }

  private String job(String name) {
    Outcome outcome = told(name);
    // Told on standard error while the command waits, and alone on standard output if it does not.
    return outcome
        .err()
        .lines()
        .filter(line -> line.startsWith("Job "))
        .map(line -> line.substring("Job ".length()))
        .findFirst()
        .orElseGet(() -> outcome.out().strip());
  }

  private static String user(AuditedDecision decision) {
    return decision.principal().substring("User:".length());
  }
}
