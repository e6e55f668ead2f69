package dev.shardline.broker.secured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The topics and users of {@code deploy/kafka}, as Strimzi reads them. */
public final class KafkaResources {

  private static final String API_VERSION = "kafka.strimzi.io/v1";

  private KafkaResources() {}

  /**
   * A topic.
   *
   * @param configs by name
   */
  public record Topic(int partitions, int replicas, Map<String, String> configs) {}

  /** Where the files are. */
  public static Path directory() {
    return Path.of(System.getProperty("shardline.home", "..")).resolve("deploy/kafka");
  }

  /** The topics that a file declares, by name. */
  public static Map<String, Topic> topics(Path file) {
    Map<String, Topic> topics = new TreeMap<>();
    for (JsonNode resource : read(file, "KafkaTopic")) {
      Map<String, String> configs = new TreeMap<>();
      resource
          .at("/spec/config")
          .properties()
          .forEach(config -> configs.put(config.getKey(), config.getValue().asText()));
      topics.put(
          name(resource),
          new Topic(
              resource.at("/spec/partitions").intValue(),
              resource.at("/spec/replicas").intValue(),
              configs));
    }
    return topics;
  }

  /** The users that a file declares, with what each may do. */
  public static Map<String, Set<AclBinding>> users(Path file) {
    Map<String, Set<AclBinding>> users = new TreeMap<>();
    for (JsonNode resource : read(file, "KafkaUser")) {
      Set<AclBinding> rights = new HashSet<>();
      for (JsonNode acl : resource.at("/spec/authorization/acls")) {
        for (JsonNode operation : acl.path("operations")) {
          rights.add(
              right(
                  name(resource),
                  operation.asText(),
                  acl.at("/resource/type").asText(),
                  acl.at("/resource/name").asText()));
        }
      }
      users.put(name(resource), rights);
    }
    return users;
  }

  /**
   * What allows a user something.
   *
   * @param operation such as {@code DescribeConfigs}
   * @param type such as {@code transactionalId}
   * @throws IllegalArgumentException if Kafka knows no such operation or type
   */
  static AclBinding right(String user, String operation, String type, String name) {
    AclOperation known = AclOperation.fromString(separated(operation));
    ResourceType resource = ResourceType.fromString(separated(type));
    if (known == AclOperation.UNKNOWN || resource == ResourceType.UNKNOWN || name.isEmpty()) {
      throw new IllegalArgumentException(operation + " on " + type + " \"" + name + "\"");
    }
    return new AclBinding(
        new ResourcePattern(resource, name, PatternType.LITERAL),
        new AccessControlEntry("User:" + user, "*", known, AclPermissionType.ALLOW));
  }

  /** Kafka's names of what others write in camel case. */
  private static String separated(String camelCase) {
    return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "_");
  }

  private static List<JsonNode> read(Path file, String kind) {
    YAMLMapper mapper = new YAMLMapper();
    try (MappingIterator<JsonNode> documents =
        mapper.readerFor(JsonNode.class).readValues(file.toFile())) {
      List<JsonNode> resources = documents.readAll();
      for (JsonNode resource : resources) {
        String found = resource.path("apiVersion").asText() + " " + resource.path("kind").asText();
        if (!found.equals(API_VERSION + " " + kind)) {
          throw new IllegalArgumentException(file + " has a " + found);
        }
      }
      return resources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(JsonNode resource) {
    return resource.at("/metadata/name").asText();
  }
}
