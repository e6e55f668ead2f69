package dev.shardline.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Schema and codec give the same verdict, but for the differences that are named here. */
class SchemaAgreementTest {

  private static final List<String> REPLACEMENTS =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "3.0",
          "9".repeat(30),
          "\"\"",
          "\"x\"",
          "\"X\"",
          "\"12\"",
          "[]",
          "{}",
          "[1]",
          "{\"a\": 1}");

  /** Written for people and other languages; the reader does without them. */
  private static final Set<String> NOT_READ =
      Set.of(
          "ingested-from-pages/message",
          "ingested-unchanged/message",
          "ingested-with-bad-rows/message",
          "ingested-with-shards/message",
          "ingested-without-shards/message",
          "ingested-with-bad-rows/shardsJobId",
          "ingested-with-shards/shardsJobId");

  static Stream<Arguments> valid() {
    return Stream.of(
        request("{'source': 'a', 'uri': 'file:///data/customers.csv', 'unknown': [1]}"),
        request("{'source': 'Zoë 😀', 'uri': 'http://localhost:8080/a%20b?c=d#e'}"),
        request("{'source': '" + "😀".repeat(200) + "', 'uri': 's3://bucket/key'}"),
        request("{'source': 'a', 'uri': 's3://bucket/key', 'headers': {}}"),
        request("{'source': 'a', 'uri': 's3://b/k', 'shards': {'format': 'csv', 'field': 'n'}}"),
        request("{'source': 'a', 'uri': 's3://b/k', 'output': 'decimal', 'transform': 't'}"),
        rows("json", "'pointer': '/data/0/a~1b~0'"),
        rows("json", "'pointer': '//'"),
        rows("json", "'pointer': '/" + "😀".repeat(999) + "'"),
        rows("csv", "'pointer': ''"),
        rows("ndjson", "'pointer': null, 'maxBadRows': null"),
        rows("csv", "'maxBadRows': 0"),
        rows("csv", "'maxBadRows': 1.0"),
        rows("csv", "'maxBadRows': 1e-7"),
        shard("{'number': 0}"),
        shard("{'number': 2500.0}"),
        shard("{'number': 2.5e3}"),
        shard("{'number': 9223372036854775807}"),
        shard("{'number': 1, 'timeLimitMs': 604800000}"),
        shard("{'number': 1, 'parts': 1}"),
        shard("{'number': 1, 'parts': 64}"),
        shard("{'number': 1, 'parts': null}"),
        shard("{'number': 1, 'index': 2147483646, 'count': 2147483647}"),
        shard("{'number': 1, 'jobId': '01A207AF-EE9B-7C3D-9A5E-6F7081920A1B'}"));
  }

  static Stream<Arguments> invalid() {
    return Stream.of(
        request("{}"),
        request("[]"),
        request("{'source': 'a'}"),
        request("{'uri': 's3://bucket/key'}"),
        request("{'source': 'a', 'uri': '/relative'}"),
        request("{'source': 'a', 'uri': 'https://host/a b'}"),
        request("{'source': 'a\\nb', 'uri': 's3://bucket/key'}"),
        request("{'source': 'a\\n', 'uri': 's3://bucket/key'}"),
        request("{'source': 'a\\u0085', 'uri': 's3://bucket/key'}"),
        request("{'source': '" + "a".repeat(201) + "', 'uri': 's3://bucket/key'}"),
        request("{'source': 'a', 'uri': 's3://b/k', 'headers': {'Authorization': null}}"),
        request("{'source': 'a', 'uri': 's3://b/k', 'shards': {'format': 'csv'}}"),
        request("{'source': 'a', 'uri': 's3://b/k', 'shards': {'field': 'n'}}"),
        request("{'source': 'a', 'uri': 's3://b/k', 'shards': {'format': 'CSV', 'field': 'n'}}"),
        request("{'source': 'a', 'uri': 's3://b/k', 'shards': {'format': 'csv', 'field': ''}}"),
        request("{'source': 'a', 'uri': 's3://b/k', 'output': 'full'}"),
        rows("json", "'pointer': 'data'"),
        rows("json", "'pointer': '/data~2'"),
        rows("json", "'pointer': '/data~'"),
        rows("json", "'pointer': '/" + "a".repeat(1000) + "'"),
        rows("json", "'pointer': 0"),
        rows("csv", "'pointer': '/data'"),
        rows("ndjson", "'pointer': '/'"),
        rows("csv", "'maxBadRows': -0.1"),
        rows("csv", "'maxBadRows': 1.0000001"),
        rows("csv", "'maxBadRows': '0.1'"),
        shard("{}"),
        shard("2500"),
        shard("{'number': null}"),
        shard("{'number': '2500'}"),
        shard("{'number': -1}"),
        shard("{'number': 0.5}"),
        shard("{'number': 9223372036854775808}"),
        shard("{'number': 999999999999999999999999999999}"),
        shard("{'number': 1, 'timeLimitMs': 0}"),
        shard("{'number': 1, 'timeLimitMs': 604800001}"),
        shard("{'number': 1, 'timeLimitMs': '60s'}"),
        shard("{'number': 1, 'parts': 0}"),
        shard("{'number': 1, 'parts': 65}"),
        shard("{'number': 1, 'parts': '4'}"),
        shard("{'number': 1, 'parts': [2, 3]}"),
        shard("{'number': 1, 'index': 2147483647}"),
        shard("{'number': 1, 'count': 0}"),
        shard("{'number': 1, 'count': 2147483648}"),
        shard("{'number': 1, 'jobId': '01a207af-ee9b-4c3d-9a5e-6f7081920a1b'}"),
        shard("{'number': 1, 'jobId': '+1a207af-ee9b-7c3d-9a5e-6f7081920a1b'}"),
        shard("{'number': 1, 'transform': '" + "t".repeat(101) + "'}"),
        shard("{'number': 1, 'output': 'SUMMARY'}"));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void acceptTheSame(Message message, String json) {
    assertThat(MessageSchema.of(message).errors(json)).isEmpty();
    assertThat(message.rewritten(json)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refuseTheSame(Message message, String json) {
    assertThat(MessageSchema.of(message).errors(json)).isNotEmpty();
    assertThat(message.rewritten(json)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void judgeEveryFieldAlike(Message message) {
    MessageSchema schema = MessageSchema.of(message);
    for (String name : message.goldenNames()) {
      for (String field : fields(message.golden(name))) {
        if (!NOT_READ.contains(name + "/" + field)) {
          assertThat(variants(message, name, field))
              .allSatisfy(json ->
                  assertThat(schema.errors(json).isEmpty())
                      .isEqualTo(message.rewritten(json).isPresent()));
        }
      }
    }
  }

  /** Services write neither; a reader that refused them would gain nothing. */
  @Test
  void differWhereTheReaderNeedsLessThanWhatIsPromised() {
    String outcome = Message.SOURCE_OUTCOME.golden("ingested-with-shards");
    String result = Message.SHARD_RESULT.golden("done-decimal");

    assertOnlyTheCodecAccepts(Message.SOURCE_OUTCOME, without(outcome, "message"));
    assertOnlyTheCodecAccepts(Message.SOURCE_OUTCOME, with(outcome, "shardsJobId", "\"x\""));
    assertOnlyTheCodecAccepts(Message.SHARD_RESULT, with(result, "decimal", "null"));
  }

  @Test
  void differWhereASchemaCannotSayIt() {
    assertOnlyTheSchemaAccepts(Message.SHARD, "{\"number\": 1, \"index\": 4, \"count\": 4}");
    assertOnlyTheSchemaAccepts(Message.SHARD, "{\"number\": 1, \"transform\": \"\\ud800\"}");
    assertOnlyTheSchemaAccepts(
        Message.SOURCE_REQUEST,
        "{\"source\": \"a\", \"uri\": \"s3://b/k\","
            + " \"shards\": {\"format\": \"json\", \"field\": \"n\", \"pointer\": \"/\\ud800\"}}");
  }

  private static void assertOnlyTheCodecAccepts(Message message, String json) {
    assertThat(message.rewritten(json)).isPresent();
    assertThat(MessageSchema.of(message).errors(json)).isNotEmpty();
  }

  private static void assertOnlyTheSchemaAccepts(Message message, String json) {
    assertThat(message.rewritten(json)).isEmpty();
    assertThat(MessageSchema.of(message).errors(json)).isEmpty();
  }

  private static Stream<String> variants(Message message, String name, String field) {
    String golden = message.golden(name);
    // In what services write, null is no promise: see the differences.
    boolean nullable = message == Message.SHARD || message == Message.SOURCE_REQUEST;
    return Stream.concat(
        Stream.of(without(golden, field)),
        REPLACEMENTS.stream()
            .filter(value -> nullable || !value.equals("null"))
            .map(value -> with(golden, field, value)));
  }

  private static List<String> fields(String json) {
    return JsonTree.of(json).propertyStream().map(field -> field.getKey()).toList();
  }

  private static String without(String json, String field) {
    ObjectNode object = (ObjectNode) JsonTree.of(json);
    return object.without(field).toString();
  }

  private static String with(String json, String field, String value) {
    ObjectNode object = (ObjectNode) JsonTree.of(json);
    JsonNode changed = object.set(field, JsonTree.of(value));
    return changed.toString();
  }

  private static Arguments request(String json) {
    return Arguments.of(Message.SOURCE_REQUEST, json.replace('\'', '"'));
  }

  private static Arguments rows(String format, String field) {
    return request(
        "{'source': 'a', 'uri': 's3://b/k', 'shards': {'format': '%s', 'field': 'n', %s}}"
            .formatted(format, field));
  }

  private static Arguments shard(String json) {
    return Arguments.of(Message.SHARD, json.replace('\'', '"'));
  }
}
