package dev.shardline.contracts.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.shard.Output;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRequestCodecTest {

  private static final JobId JOB = JobId.parse("01a207af-ee9b-7c3d-9a5e-6f7081920a1b");
  private static final JobId DERIVED = Message.position().derivedJobId();
  private static final URI CUSTOMERS = URI.create("https://api.example.com/customers?page=1");

  static Stream<Map.Entry<String, SourceRequest>> cases() {
    return Stream.of(
        Map.entry("reusing", reusing()),
        Map.entry("store-only", storeOnly()),
        Map.entry("with-shards", withShards()));
  }

  @Test
  void hasACaseForEveryGoldenFile() {
    assertThat(Message.SOURCE_REQUEST.goldenNames())
        .containsExactly("hand-typed", "reusing", "store-only", "with-shards");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWrittenAsInTheGoldenFile(Map.Entry<String, SourceRequest> example) {
    assertThat(SourceRequestCodec.encode(example.getValue()))
        .asString(UTF_8)
        .isEqualTo(JsonTree.compact(Message.SOURCE_REQUEST.golden(example.getKey())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReadFromTheGoldenFile(Map.Entry<String, SourceRequest> example) {
    assertThat(decode(Message.SOURCE_REQUEST.golden(example.getKey())))
        .isEqualTo(new Decoded.Valid<>(example.getValue()));
  }

  @Test
  void needsNothingButNameAndUri() {
    assertThat(decode(Message.SOURCE_REQUEST.golden("hand-typed")))
        .isEqualTo(
            new Decoded.Valid<>(
                new SourceRequest(
                    new SourceId(DERIVED, "customer_api"), CUSTOMERS, Map.of(), null)));
  }

  @Test
  void takesNullFieldsForAbsentAndIgnoresUnknownOnes() {
    assertThat(
            decode(
                """
                {"jobId": null, "source": "customer_api", "headers": null, "shards": null,
                 "uri": "https://api.example.com/customers?page=1", "transform": null,
                 "output": null, "priority": {"level": "high"}}
                """))
        .isEqualTo(decode(Message.SOURCE_REQUEST.golden("hand-typed")));
  }

  @Test
  void handsDefaultsOnToTheShards() {
    assertThat(
            decode(
                """
                {"source": "customer_api", "uri": "https://api.example.com/customers?page=1",
                 "shards": {"format": "csv", "field": "number"}}
                """))
        .isEqualTo(
            new Decoded.Valid<>(
                new SourceRequest(
                    new SourceId(DERIVED, "customer_api"),
                    CUSTOMERS,
                    Map.of(),
                    new Sharding(BodyFormat.CSV, "number", "factorial-sum", Output.SUMMARY))));
  }

  @Test
  void doesNotChangeWithTheMapThatItWasGiven() {
    Map<String, String> headers = new LinkedHashMap<>(Map.of("Authorization", "token-name"));
    SourceRequest request =
        new SourceRequest(new SourceId(JOB, "customer_api"), CUSTOMERS, headers, null);

    headers.clear();

    assertThat(request.headers()).containsOnly(Map.entry("Authorization", "token-name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"jobId\": \"01a207af-ee9b-7c3d-9a5e-6f7081920a1b\", \"source\": \"api\", \"uri\": 1"
            + " | 01a207af-ee9b-7c3d-9a5e-6f7081920a1b/api",
        "\"jobId\": \"01a207af-ee9b-7c3d-9a5e-6f7081920a1b\", \"source\": \"\""
            + " | 01a207af-ee9b-7c3d-9a5e-6f7081920a1b/unnamed",
        "\"jobId\": \"job-1\", \"source\": \"api\" | 01a207af-ee9b-7892-bfb8-f08e645e0dc8/api",
        "\"jobId\": \"job-1\", \"source\": 7 | 01a207af-ee9b-7892-bfb8-f08e645e0dc8/unnamed",
        "\"uri\": \"s3://a/b\" | 01a207af-ee9b-7892-bfb8-f08e645e0dc8/unnamed",
      })
  void keepsOfItsIdWhatCanBeRead(String fields, String key) {
    assertThat(decode("{" + fields + "}"))
        .isInstanceOfSatisfying(
            Decoded.Invalid.class,
            invalid ->
                assertThat(invalid.id())
                    .isInstanceOfSatisfying(
                        SourceId.class, id -> assertThat(id.key()).isEqualTo(key)));
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThat(
            decode(
                """
                {"source": "customer_api", "uri": "s3://bucket/customers.xml",
                 "shards": {"format": "xml", "field": "number"}}
                """))
        .isEqualTo(
            new Decoded.Invalid<>(
                new SourceId(DERIVED, "customer_api"),
                new Failure(
                    Reason.INVALID_FIELD,
                    "shards.format: expected one of json, ndjson, csv, was the text \"xml\"")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json | \"pointer\": \"data\" | pointer: expected "
            + RowPointer.EXPECTED
            + ", was the text \"data\"",
        "json | \"pointer\": 5 | pointer: expected a text, was 5",
        "csv | \"pointer\": \"/data\" | pointer: expected none for the format csv, only json has one,"
            + " was the text \"/data\"",
        "ndjson | \"pointer\": \"/0\" | pointer: expected none for the format ndjson, only json has"
            + " one, was the text \"/0\"",
        "csv | \"maxBadRows\": 1.01 | maxBadRows: expected a number from 0 to 1, was 1.01",
        "csv | \"maxBadRows\": \"5%\" | maxBadRows: expected a number from 0 to 1, was the text"
            + " \"5%\"",
      })
  void namesTheFieldOfTheRowsThatIsWrong(String format, String field, String message) {
    assertThat(decode(request(format, field)))
        .isEqualTo(
            new Decoded.Invalid<>(
                new SourceId(DERIVED, "customer_api"),
                new Failure(Reason.INVALID_FIELD, "shards." + message)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv"})
  void takesThePointerToTheRootForNone(String format) {
    assertThat(decode(request(format, "\"pointer\": \"\"")))
        .isEqualTo(decode(request(format, "\"pointer\": null")))
        .isInstanceOf(Decoded.Valid.class);
  }

  private static String request(String format, String shardsField) {
    return """
    {"source": "customer_api", "uri": "s3://bucket/customers",
     "shards": {"format": "%s", "field": "number", %s}}
    """
        .formatted(format, shardsField);
  }

  private static SourceRequest storeOnly() {
    return new SourceRequest(new SourceId(JOB, "customer_api"), CUSTOMERS, Map.of(), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"maxBytes\": -1 | maxBytes: expected an integer of 0 or above, below 2^63, was -1",
        "\"maxPages\": 0 | maxPages: expected an integer from 1 to 10000, was 0",
        "\"maxPages\": 10001 | maxPages: expected an integer from 1 to 10000, was 10001",
        "\"reuseUnchanged\": 1 | reuseUnchanged: expected true or false, was 1",
        "\"reuseUnchanged\": true, \"maxPages\": 2 | reuseUnchanged: expected false where maxPages"
            + " is above 1: no source tells that of all pages, was true"
      })
  void saysHowASourceCanBeFetched(String fields, String message) {
    assertThat(decode("{\"source\": \"api\", \"uri\": \"https://a.example\", " + fields + "}"))
        .isInstanceOfSatisfying(
            Decoded.Invalid.class,
            invalid -> assertThat(invalid.failure().message()).isEqualTo(message));
  }

  private static SourceRequest withShards() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Tenant", "tenant-name");
    headers.put("Authorization", "customer-api-token");
    return new SourceRequest(
        new SourceId(JOB, "customer_api"),
        CUSTOMERS,
        headers,
        new Sharding(
            BodyFormat.JSON,
            "number",
            new RowPointer("/data/0/rows"),
            0.25,
            "digit-sum",
            Output.DECIMAL,
            Duration.ofMinutes(1)),
        new FetchOptions(1_000_000L, 20, false));
  }

  private static SourceRequest reusing() {
    return new SourceRequest(
        new SourceId(JOB, "customer_api"),
        CUSTOMERS,
        Map.of(),
        null,
        new FetchOptions(null, 1, true));
  }

  private static Decoded<SourceId, SourceRequest> decode(String json) {
    return SourceRequestCodec.decode(json.getBytes(UTF_8), Message.position());
  }
}
