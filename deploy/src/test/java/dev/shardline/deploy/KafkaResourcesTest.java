package dev.shardline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is for Strimzi, which is applied beside the overlays. */
@EnabledIf(value = "present", disabledReason = "there is no deploy/kafka")
class KafkaResourcesTest {

  private static final Path FOLDER = Repository.path("deploy/kafka");

  static boolean present() {
    return Files.isDirectory(FOLDER);
  }

  @Test
  void fitTheServices() {
    assertThat(new KnownFields().problems(manifests())).isEmpty();
    assertThat(new KafkaResources().problems(manifests())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aBrokenCopyIsNoticed(String problem, Check check, Consumer<Manifests> damage) {
    Manifests copy = manifests();

    damage.accept(copy);

    assertThat(check.problems(copy)).anyMatch(found -> found.contains(problem));
  }

  static Stream<Arguments> aBrokenCopyIsNoticed() {
    Check fields = new KnownFields();
    Check resources = new KafkaResources();
    return Stream.of(
        damage(
            "KafkaTopic/shards: Unrecognized field \"partition\"",
            fields,
            copy -> spec(copy, "KafkaTopic", "shards").put("partition", 3)),
        damage(
            "KafkaUser/shardline-ingest: Unrecognized field \"operation\"",
            fields,
            copy -> acl(copy, "shardline-ingest").put("operation", "Read")),
        damage(
            "KafkaTopic: there are",
            resources,
            copy ->
                ((ObjectNode) copy.get("KafkaTopic", "shards").path("metadata"))
                    .put("name", "shard")),
        damage(
            "KafkaUser/shardline-ingest: there is no topic requests",
            resources,
            copy ->
                ((ObjectNode) acl(copy, "shardline-ingest").path("resource"))
                    .put("type", "topic")
                    .put("name", "requests")),
        damage(
            "KafkaUser/shardline-ingest: may not Read topic source-requests",
            resources,
            copy -> acls(copy, "shardline-ingest").removeAll()),
        damage(
            "KafkaUser/shardline-ingest: may not Read group shardline-ingest",
            resources,
            copy -> acls(copy, "shardline-ingest").removeAll()),
        damage(
            "KafkaUser/shardline-ingest: may not Write topic source-outcomes",
            resources,
            copy -> acls(copy, "shardline-ingest").removeAll()),
        damage(
            "KafkaUser/shardline-monitor: may not Describe group shardline-transform-retry",
            resources,
            copy -> acls(copy, "shardline-monitor").removeAll()),
        damage(
            "KafkaUser: there is none for shardline-transform",
            resources,
            copy -> copy.get("KafkaUser", "shardline-transform").put("kind", "Other")));
  }

  private static Manifests manifests() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return new Manifests(
          "kafka",
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .sorted()
              .flatMap(file -> YamlText.documents(text(file)).stream())
              .filter(object -> !object.path("kind").asText().equals("Kustomization"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Arguments damage(String problem, Check check, Consumer<Manifests> damage) {
    return Arguments.of(problem, check, damage);
  }

  private static ObjectNode spec(Manifests copy, String kind, String name) {
    return (ObjectNode) copy.get(kind, name).path("spec");
  }

  private static ArrayNode acls(Manifests copy, String user) {
    return (ArrayNode) spec(copy, "KafkaUser", user).at("/authorization/acls");
  }

  private static ObjectNode acl(Manifests copy, String user) {
    return (ObjectNode) acls(copy, user).path(0);
  }
}
