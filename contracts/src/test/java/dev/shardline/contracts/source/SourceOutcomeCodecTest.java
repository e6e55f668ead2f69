package dev.shardline.contracts.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.InvalidMessageException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceOutcomeCodecTest {

  private static final JobId JOB = JobId.parse("01a207af-ee9b-7c3d-9a5e-6f7081920a1b");
  private static final SourceId ID = new SourceId(JOB, "customer_api");
  private static final Instant STARTED = Instant.parse("2026-11-23T09:15:00.123Z");

  static Stream<Map.Entry<String, SourceOutcome>> cases() {
    RawObject object =
        new RawObject(
            URI.create("s3://shardline/raw/01a207af-ee9b-7c3d-9a5e-6f7081920a1b/customer_api"),
            14,
            "f50e7b9679c0cb85712d334f90c5fd763c105e9c2c44a78119265b2cad044227");
    Fetch fetched = new Fetch(1, Duration.ofMillis(412), STARTED, STARTED.plusMillis(412));
    Fetch refused =
        new Fetch(3, Duration.ofMillis(87), STARTED, Instant.parse("2026-11-23T09:15:07Z"));
    Failure failure =
        new Failure(Reason.HTTP_STATUS, "https://api.example.com answered 404 Not Found");
    return Stream.of(
        Map.entry("failed", new SourceOutcome.Failed(ID, failure, refused)),
        Map.entry(
            "ingested-from-pages",
            new SourceOutcome.Ingested(
                ID, new RawObject(object.uri(), 14, object.sha256(), 3, false), 0, 0, fetched)),
        Map.entry(
            "ingested-unchanged",
            new SourceOutcome.Ingested(
                ID, new RawObject(object.uri(), 14, object.sha256(), 1, true), 0, 0, fetched)),
        Map.entry("ingested-with-bad-rows", new SourceOutcome.Ingested(ID, object, 40, 2, fetched)),
        Map.entry("ingested-with-shards", new SourceOutcome.Ingested(ID, object, 1, 0, fetched)),
        Map.entry(
            "ingested-without-shards", new SourceOutcome.Ingested(ID, object, 0, 0, fetched)));
  }

  @Test
  void hasACaseForEveryGoldenFile() {
    assertThat(Message.SOURCE_OUTCOME.goldenNames())
        .containsExactlyElementsOf(cases().map(Map.Entry::getKey).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWrittenAsInTheGoldenFile(Map.Entry<String, SourceOutcome> example) {
    assertThat(SourceOutcomeCodec.encode(example.getValue()))
        .asString(UTF_8)
        .isEqualTo(JsonTree.compact(Message.SOURCE_OUTCOME.golden(example.getKey())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReadFromTheGoldenFile(Map.Entry<String, SourceOutcome> example) {
    byte[] golden = Message.SOURCE_OUTCOME.golden(example.getKey()).getBytes(UTF_8);

    assertThat(SourceOutcomeCodec.decode(golden)).isEqualTo(example.getValue());
  }

  @Test
  void hasNoBadRowsWhereAnOlderServiceDidNotCountThem() {
    String golden = Message.SOURCE_OUTCOME.golden("ingested-with-bad-rows");

    byte[] older = golden.replace("\"badRows\": 2,", "").getBytes(UTF_8);

    assertThat(SourceOutcomeCodec.decode(older))
        .isInstanceOfSatisfying(
            SourceOutcome.Ingested.class, ingested -> assertThat(ingested.badRows()).isZero());
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, DONE, 'status: expected one of INGESTED, FAILED, was the text \"DONE\"'",
    "HTTP_STATUS, 404, "
        + "'reason: expected a code of upper-case letters, digits and underscores, "
        + "was the text \"404\"'",
    "customer_api, '', "
        + "'source: expected a text of 1 to 200 characters without control characters, "
        + "was the text \"\"'",
  })
  void isNoneWhereAFieldIsWrong(String right, String wrong, String message) {
    byte[] json = Message.SOURCE_OUTCOME.golden("failed").replace(right, wrong).getBytes(UTF_8);

    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> SourceOutcomeCodec.decode(json))
        .withMessage(message);
  }
}
