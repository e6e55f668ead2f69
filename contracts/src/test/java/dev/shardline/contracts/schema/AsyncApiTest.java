package dev.shardline.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import dev.shardline.contracts.job.OriginHeaders;
import dev.shardline.contracts.part.Step;
import dev.shardline.contracts.requeue.Requeued;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private final JsonNode document = document();

  @Test
  void hasAChannelForEveryTopic() {
    assertThat(document.get("channels"))
        .map(channel -> channel.get("address").asText())
        .containsExactlyInAnyOrderElementsOf(constants(Topics.class));
    assertThat(document.get("channels").propertyStream())
        .allSatisfy(channel ->
            assertThat(channel.getValue().get("address").asText()).isEqualTo(channel.getKey()));
  }

  @Test
  void carriesOnEachTopicTheMessageOfItsSchema() {
    Map<String, String> payloads =
        document
            .get("channels")
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, channel -> payload(channel.getValue())));

    assertThat(payloads)
        .containsOnly(
            Map.entry(Topics.SOURCE_REQUESTS, schemaOf(Message.SOURCE_REQUEST)),
            Map.entry(Topics.SOURCE_OUTCOMES, schemaOf(Message.SOURCE_OUTCOME)),
            Map.entry(Topics.SOURCE_PROGRESS, schemaOf(Message.SOURCE_PROGRESS)),
            Map.entry(Topics.WORKER_STATUS, schemaOf(Message.WORKER_STATUS)),
            Map.entry(Topics.SHARDS, schemaOf(Message.SHARD)),
            Map.entry(Topics.SHARD_RESULTS, schemaOf(Message.SHARD_RESULT)),
            Map.entry(Topics.CANCELLATIONS, schemaOf(Message.CANCELLATION)),
            Map.entry(Topics.SHARDS_RETRY, ""),
            Map.entry(Topics.SHARD_ATTEMPTS, ""),
            Map.entry(Topics.SOURCE_REQUESTS_DEAD, ""),
            Map.entry(Topics.SHARDS_DEAD, ""));
  }

  @Test
  void refersOnlyToWhatExists() {
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(resolve(reference).isObject()).isTrue());
  }

  @Test
  void hasAnOperationForEveryChannel() {
    Set<String> used =
        document
            .get("operations")
            .valueStream()
            .map(operation -> operation.at("/channel/$ref").asText())
            .map(reference -> reference.substring("#/channels/".length()))
            .collect(Collectors.toSet());

    assertThat(used).isEqualTo(constants(Topics.class));
  }

  @Test
  void namesTheHeadersOfADeadLetter() {
    JsonNode headers = document.at("/components/schemas/deadLetterHeaders");

    assertThat(headers.get("properties").propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(
            union(constants(DeadLetter.class), constants(OriginHeaders.class)));
    assertThat(headers.get("required"))
        .map(JsonNode::asText)
        .containsExactlyElementsOf(letter().headers().keySet());
  }

  @Test
  void namesTheHeadersOfARequeuedRecord() {
    JsonNode headers = document.at("/components/schemas/requeuedHeaders");

    assertThat(headers.get("properties").propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(
            union(constants(Requeued.class), constants(OriginHeaders.class)));
  }

  @Test
  void namesTheHeadersOfAStep() {
    JsonNode headers = document.at("/components/schemas/stepHeaders");

    assertThat(headers.get("properties").propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(constants(Step.class));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }

  private static DeadLetter letter() {
    return new DeadLetter(
        "id",
        Message.position(),
        new Failure(Reason.NOT_JSON, "not JSON"),
        1,
        Instant.EPOCH,
        "worker-1:4711");
  }

  private String payload(JsonNode channel) {
    JsonNode message = resolve(channel.at("/messages").elements().next().get("$ref").asText());
    return message.at("/payload/$ref").asText();
  }

  private static String schemaOf(Message message) {
    return "./" + message.fileName() + ".schema.json";
  }

  private JsonNode resolve(String reference) {
    return reference.startsWith("#")
        ? document.at(reference.substring(1))
        : JsonTree.of(MessageSchema.resource(reference.substring("./".length())));
  }

  private static JsonNode document() {
    try {
      return new YAMLMapper().readTree(MessageSchema.resource("asyncapi.yaml"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> constants(Class<?> type) {
    Stream<Field> fields =
        Arrays.stream(type.getFields()).filter(field -> Modifier.isStatic(field.getModifiers()));
    return fields.map(AsyncApiTest::text).collect(Collectors.toSet());
  }

  private static String text(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
