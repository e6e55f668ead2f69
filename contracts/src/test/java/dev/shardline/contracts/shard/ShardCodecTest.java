package dev.shardline.contracts.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.json.Decoded;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardCodecTest {

  private static final JobId JOB = JobId.parse("01a207af-ee9b-7c3d-9a5e-6f7081920a1b");
  private static final ShardId DERIVED = ShardId.single(Message.position().derivedJobId());

  static Stream<Map.Entry<String, Shard>> cases() {
    return Stream.of(
        Map.entry(
            "decimal",
            new Shard(
                new ShardId(JOB, 1, 4),
                Long.MAX_VALUE,
                "digit-sum",
                Output.DECIMAL,
                Duration.ofMinutes(1))),
        Map.entry(
            "in-parts",
            new Shard(new ShardId(JOB, 0, 4), 3_000_000, "factorial-sum", Output.SUMMARY, null, 4)),
        Map.entry(
            "summary", new Shard(new ShardId(JOB, 2, 4), 2500, "factorial-sum", Output.SUMMARY)));
  }

  @Test
  void hasACaseForEveryGoldenFile() {
    assertThat(Message.SHARD.goldenNames())
        .containsExactly("decimal", "hand-typed", "in-parts", "summary");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWrittenAsInTheGoldenFile(Map.Entry<String, Shard> example) {
    assertThat(ShardCodec.encode(example.getValue()))
        .asString(UTF_8)
        .isEqualTo(JsonTree.compact(Message.SHARD.golden(example.getKey())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReadFromTheGoldenFile(Map.Entry<String, Shard> example) {
    assertThat(decode(Message.SHARD.golden(example.getKey())))
        .isEqualTo(new Decoded.Valid<>(example.getValue()));
  }

  @Test
  void needsNothingButANumber() {
    Shard shard = new Shard(DERIVED, 2500, "factorial-sum", Output.SUMMARY);

    assertThat(decode(Message.SHARD.golden("hand-typed"))).isEqualTo(new Decoded.Valid<>(shard));
  }

  @Test
  void takesNullFieldsForAbsentAndIgnoresUnknownOnes() {
    Shard shard = new Shard(DERIVED, 2500, "factorial-sum", Output.SUMMARY);

    assertThat(
            decode(
                """
                {"jobId": null, "index": null, "count": null, "number": 2500,
                 "transform": null, "output": null, "priority": {"level": "high"}}
                """))
        .isEqualTo(new Decoded.Valid<>(shard));
  }

  @Test
  void isTheLastOfItsJobWhereItGivesNoCount() {
    assertThat(decode("{\"index\": 5, \"number\": 1}"))
        .isEqualTo(
            new Decoded.Valid<>(
                new Shard(new ShardId(DERIVED.job(), 5, 6), 1, "factorial-sum", Output.SUMMARY)));
  }

  @Test
  void keepsItsIdWhereTheNumberCannotBeRead() {
    assertThat(
            decode(
                """
                {"jobId": "01a207af-ee9b-7c3d-9a5e-6f7081920a1b", "index": 2, "count": 4,
                 "number": "many"}
                """))
        .isEqualTo(
            invalid(
                new ShardId(JOB, 2, 4),
                "number: expected an integer of 0 or above, below 2^63, was the text \"many\""));
  }

  @Test
  void keepsJobAndIndexWhereTheCountCannotBeRead() {
    assertThat(
            decode(
                """
                {"jobId": "01a207af-ee9b-7c3d-9a5e-6f7081920a1b", "index": 2, "count": 2,
                 "number": 2500}
                """))
        .isEqualTo(
            invalid(
                new ShardId(JOB, 2, 3), "count: expected an integer from 3 to 2147483647, was 2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jobId\": \"job-1\", \"index\": 2, \"count\": 4, \"number\": 1}",
        "{\"jobId\": 1, \"number\": 1}",
        "{\"jobId\": \"01a207af-ee9b-7c3d-9a5e-6f7081920a1b\", \"index\": -1, \"number\": 1}",
        "{\"jobId\": \"01a207af-ee9b-7c3d-9a5e-6f7081920a1b\", \"index\": 2147483647, \"number\": 1}",
        "[]",
        "2500",
        "",
      })
  void hasTheIdOfItsPositionWhereItsOwnCannotBeRead(String json) {
    assertThat(decode(json))
        .isInstanceOfSatisfying(
            Decoded.Invalid.class, invalid -> assertThat(invalid.id()).isEqualTo(DERIVED));
  }

  @Test
  void isNoneWhereTheRecordHasNoValue() {
    assertThat(ShardCodec.decode(null, Message.position()))
        .isEqualTo(
            new Decoded.Invalid<>(
                DERIVED,
                new Failure(
                    Reason.EMPTY_RECORD, "the record has no value: expected a JSON object")));
  }

  private static Decoded<ShardId, Shard> decode(String json) {
    return ShardCodec.decode(json.getBytes(UTF_8), Message.position());
  }

  private static Decoded<ShardId, Shard> invalid(ShardId id, String message) {
    return new Decoded.Invalid<>(id, new Failure(Reason.INVALID_FIELD, message));
  }
}
