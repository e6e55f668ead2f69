package dev.shardline.contracts.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.golden.JsonTree;
import dev.shardline.contracts.golden.Message;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.json.InvalidMessageException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShardResultCodecTest {

  private static final JobId JOB = JobId.parse("01a207af-ee9b-7c3d-9a5e-6f7081920a1b");
  private static final ShardId ID = new ShardId(JOB, 2, 4);

  static Stream<Map.Entry<String, ShardResult>> cases() {
    IntegerValue small =
        new IntegerValue(
            3,
            "9761e72c66f187a195e26f7503632dc69d5bb1acb4c3d93f82606dd3bc161a7a",
            "873",
            "873",
            new DecimalText.Inline("873"));
    DecimalText elsewhere =
        new DecimalText.Reference(
            URI.create("s3://shardline/decimal/01a207af-ee9b-7c3d-9a5e-6f7081920a1b/2"));
    Failure tooLarge =
        new Failure(
            Reason.NUMBER_TOO_LARGE,
            "number: expected an integer from 0 to 1000000, was 9223372036854775807");
    Failure unreadable =
        new Failure(
            Reason.INVALID_FIELD,
            "number is missing: expected an integer of 0 or above, below 2^63");
    return Stream.of(
        Map.entry("cancelled", new ShardResult.Cancelled(ID, "factorial-sum", 2500, execution(0))),
        Map.entry("done-decimal", done(7, small)),
        Map.entry("done-decimal-uri", done(2500, large(elsewhere))),
        Map.entry("done-engine", doneBy("gmp")),
        Map.entry("done-summary", done(2500, large(null))),
        Map.entry(
            "failed",
            new ShardResult.Failed(ID, "factorial-sum", Long.MAX_VALUE, tooLarge, execution(0))),
        Map.entry(
            "failed-unreadable",
            new ShardResult.Failed(new ShardId(JOB, 0, 4), null, null, unreadable, execution(0))));
  }

  @Test
  void hasACaseForEveryGoldenFile() {
    assertThat(Message.SHARD_RESULT.goldenNames())
        .containsExactlyElementsOf(cases().map(Map.Entry::getKey).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWrittenAsInTheGoldenFile(Map.Entry<String, ShardResult> example) {
    assertThat(ShardResultCodec.encode(example.getValue()))
        .asString(UTF_8)
        .isEqualTo(JsonTree.compact(Message.SHARD_RESULT.golden(example.getKey())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReadFromTheGoldenFile(Map.Entry<String, ShardResult> example) {
    byte[] golden = Message.SHARD_RESULT.golden(example.getKey()).getBytes(UTF_8);

    assertThat(ShardResultCodec.decode(golden)).isEqualTo(example.getValue());
  }

  @Test
  void canBeReadAlsoWhereTheProducersClockIsAhead() {
    Execution execution = new Execution(1, "worker-1:4711", Duration.ofSeconds(-2), Duration.ZERO);
    ShardResult result = new ShardResult.Done(ID, "factorial-sum", 2500, large(null), execution);

    ShardResult read = ShardResultCodec.decode(ShardResultCodec.encode(result));

    assertThat(read.execution().queued()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DONE | INGESTED | status: expected one of DONE, FAILED, CANCELLED, was the text \"INGESTED\"",
        "9761e72c66 | 9761E72C66 | sha256: expected 64 lower-case hexadecimal digits, was the text"
            + " \"9761E72C66f187a195e26f7503632dc69d5bb1acb4c3d93f82606dd3...",
        "\"leading\": \"873\" | \"leading\": \"-873\" "
            + "| leading: expected 1 to 20 decimal digits, was the text \"-873\"",
        "\"decimal\": \"873\" | \"decimal\": \"8.73\" "
            + "| decimal: expected decimal digits, perhaps after a minus sign,"
            + " was the text \"8.73\"",
        "\"digits\": 3 | \"digits\": 0 "
            + "| digits: expected an integer of 1 or above, below 2^63, was 0",
        "\"computeMs\": 3 | \"computeMs\": 3, \"engine\": \"GMP 6\" "
            + "| engine: expected 1 to 32 of a-z, 0-9 and -, was the text \"GMP 6\"",
      })
  void isNoneWhereAFieldIsWrong(String right, String wrong, String message) {
    byte[] json = Message.SHARD_RESULT.golden("done-decimal").replace(right, wrong).getBytes(UTF_8);

    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> ShardResultCodec.decode(json))
        .withMessage(message);
  }

  private static ShardResult done(long number, IntegerValue value) {
    return new ShardResult.Done(ID, "factorial-sum", number, value, execution(3));
  }

  private static ShardResult doneBy(String engine) {
    Execution execution =
        new Execution(1, "worker-1:4711", Duration.ofMillis(9), Duration.ofMillis(3), engine);
    return new ShardResult.Done(ID, "factorial-sum", 2500, large(null), execution);
  }

  private static IntegerValue large(@Nullable DecimalText decimal) {
    return new IntegerValue(
        7408,
        "8521f7dccc4d2b2bc0789d0606ba64ad368e997a2c495e02d1861369d4214f52",
        "65181620052203905763",
        "42336528920420940313",
        decimal);
  }

  private static Execution execution(long computeMillis) {
    return new Execution(
        1, "worker-1:4711", Duration.ofMillis(9), Duration.ofMillis(computeMillis));
  }
}
