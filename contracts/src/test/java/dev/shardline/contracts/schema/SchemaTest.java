package dev.shardline.contracts.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import dev.shardline.contracts.json.JsonFields;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.source.BodyFormat;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

  @ParameterizedTest
  @EnumSource
  void isItselfValid(Message message) {
    var metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    String text = MessageSchema.resource(message.fileName() + ".schema.json");

    assertThat(metaSchema.validate(text, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void acceptsEveryGoldenFile(Message message) {
    MessageSchema schema = MessageSchema.of(message);

    assertThat(message.goldenNames())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(schema.errors(message.golden(name))).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void givesExamplesThatSchemaAndCodecAccept(Message message) {
    MessageSchema schema = MessageSchema.of(message);

    assertThat(schema.tree().get("examples"))
        .isNotEmpty()
        .map(JsonNode::toString)
        .allSatisfy(example -> {
          assertThat(schema.errors(example)).isEmpty();
          assertThat(message.rewritten(example)).isPresent();
        });
  }

  @ParameterizedTest
  @EnumSource
  void hasExactlyThePropertiesThatTheCodecWrites(Message message) {
    Set<String> written =
        message.goldenNames().stream()
            .map(message::golden)
            .map(golden -> new String(message.rewritten(golden).orElseThrow(), UTF_8))
            .flatMap(json -> JsonTree.of(json).propertyStream().map(field -> field.getKey()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(names(MessageSchema.of(message).tree().get("properties"))).isEqualTo(written);
  }

  @Test
  void hasExactlyThePropertiesOfShardsThatTheCodecWrites() {
    Message message = Message.SOURCE_REQUEST;
    String json = new String(message.rewritten(message.golden("with-shards")).orElseThrow(), UTF_8);

    assertThat(names(property(message, "shards").get("properties")))
        .isEqualTo(names(JsonTree.of(json).get("shards")));
  }

  @ParameterizedTest
  @EnumSource
  void describesEveryProperty(Message message) {
    JsonNode schema = MessageSchema.of(message).tree();

    assertThat(schema.path("description").asText()).isNotBlank();
    assertThat(schema.get("properties"))
        .allSatisfy(property -> assertThat(property.path("description").asText()).isNotBlank());
  }

  @Test
  void offersTheChoicesThatTheCodecReads() {
    assertThat(choices(property(Message.SHARD, "output"))).isEqualTo(spellings(Output.values()));
    assertThat(choices(property(Message.SOURCE_REQUEST, "output")))
        .isEqualTo(spellings(Output.values()));
    assertThat(choices(property(Message.SOURCE_REQUEST, "shards").at("/properties/format")))
        .isEqualTo(spellings(BodyFormat.values()));
  }

  @ParameterizedTest
  @EnumSource(names = {"SOURCE_OUTCOME", "SHARD_RESULT"})
  void hasTheStatusesThatTheCodecWrites(Message message) {
    Set<String> written =
        message.goldenNames().stream()
            .map(name -> JsonTree.of(message.golden(name)).get("status").asText())
            .collect(Collectors.toSet());

    assertThat(choices(property(message, "status"))).isEqualTo(written);
  }

  @Test
  void namesEveryReasonOfOutcomesAndResults() {
    Set<String> named =
        Stream.of(Message.SOURCE_OUTCOME, Message.SHARD_RESULT)
            .flatMap(message -> property(message, "reason").get("examples").valueStream())
            .map(JsonNode::asText)
            .collect(Collectors.toSet());

    assertThat(named).isEqualTo(reasons());
  }

  private static JsonNode property(Message message, String name) {
    return MessageSchema.of(message).tree().at("/properties/" + name);
  }

  private static Set<String> names(JsonNode object) {
    return object
        .propertyStream()
        .map(field -> field.getKey())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> choices(JsonNode property) {
    return property
        .get("enum")
        .valueStream()
        .filter(choice -> !choice.isNull())
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private static Set<String> spellings(Enum<?>... constants) {
    return Arrays.stream(constants).map(JsonFields::spelling).collect(Collectors.toSet());
  }

  private static Set<String> reasons() {
    List<String> names =
        Arrays.stream(Reason.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(field -> field.getName())
            .toList();
    return Set.copyOf(names);
  }
}
