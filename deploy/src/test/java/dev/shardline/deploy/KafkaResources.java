package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.contracts.Topics;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics are those of the contracts, and each service's user may do what the service's channels
 * and groups need.
 */
final class KafkaResources implements Check {

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    if (manifests.ofKind("KafkaTopic").findAny().isPresent()) {
      topics(manifests, problems);
    }
    manifests.ofKind("KafkaUser").forEach(user -> names(user, problems));
    if (manifests.ofKind("KafkaUser").findAny().isPresent()) {
      for (ServiceUnderTest service : ServiceUnderTest.values()) {
        manifests
            .find("KafkaUser", service.deployment())
            .ifPresentOrElse(
                user -> channels(user, service, problems),
                () -> problems.add("KafkaUser: there is none for " + service.deployment()));
      }
      manifests
          .find("KafkaUser", ServiceUnderTest.MONITOR.deployment())
          .ifPresent(user -> watched(user, problems));
    }
    return problems;
  }

  private static void topics(Manifests manifests, List<String> problems) {
    Set<String> made =
        manifests
            .ofKind("KafkaTopic")
            .map(Manifests::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!made.equals(contractTopics())) {
      problems.add(
          "KafkaTopic: there are %s, and the contracts have %s".formatted(made, contractTopics()));
    }
  }

  private static void names(JsonNode user, List<String> problems) {
    acls(user)
        .forEach(acl -> {
          String type = acl.path("resource").path("type").asText();
          String name = acl.path("resource").path("name").asText();
          boolean known =
              switch (type) {
                case "topic" -> contractTopics().contains(name);
                case "group" -> ServiceUnderTest.watchedGroups().contains(name);
                default -> true;
              };
          if (!known) {
            problems.add("%s: there is no %s %s".formatted(Manifests.title(user), type, name));
          }
        });
  }

  private static void channels(JsonNode user, ServiceUnderTest service, List<String> problems) {
    for (String key : service.properties().stringPropertyNames()) {
      List<String> parts = List.of(key.split("\\."));
      if (key.startsWith("mp.messaging.") && key.endsWith(".topic") && parts.size() == 5) {
        String operation = parts.get(2).equals("incoming") ? "Read" : "Write";
        allowed(user, "topic", service.properties().getProperty(key), operation, problems);
      }
    }
    Optional.ofNullable(service.properties().getProperty(service.shortName() + ".group"))
        .ifPresent(group -> allowed(user, "group", group, "Read", problems));
  }

  private static void watched(JsonNode user, List<String> problems) {
    for (String group : ServiceUnderTest.watchedGroups()) {
      allowed(user, "group", group, "Describe", problems);
      String topics =
          ServiceUnderTest.MONITOR.properties().getProperty("monitor.groups." + group + ".topics");
      for (String topic : topics.split(",", -1)) {
        allowed(user, "topic", topic, "Read", problems);
      }
    }
  }

  private static void allowed(
      JsonNode user, String type, String name, String operation, List<String> problems) {
    boolean allowed =
        acls(user)
            .filter(acl -> acl.path("resource").path("type").asText().equals(type))
            .filter(acl -> acl.path("resource").path("name").asText().equals(name))
            .flatMap(acl -> acl.path("operations").valueStream())
            .anyMatch(one -> one.asText().equals(operation) || one.asText().equals("All"));
    if (!allowed) {
      problems.add("%s: may not %s %s %s".formatted(Manifests.title(user), operation, type, name));
    }
  }

  private static Stream<JsonNode> acls(JsonNode user) {
    return user.path("spec").path("authorization").path("acls").valueStream();
  }

  private static Set<String> contractTopics() {
    return Arrays.stream(Topics.class.getFields())
        .map(KafkaResources::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String value(Field constant) {
    try {
      return String.valueOf(constant.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
