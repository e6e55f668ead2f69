package dev.shardline.cli.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultLineTest {

  private static final ShardId ID = new ShardId(JobId.create(), 2, 4);
  private static final Execution EXECUTION =
      new Execution(1, "host-1", Duration.ZERO, Duration.ZERO);

  @Test
  void tellsHowManyDigitsTheResultHas() {
    assertThat(ResultLine.of(done(2500, 7408, null)))
        .isEqualTo("Input 2500 -> Result length: 7408 digits");
  }

  @Test
  void tellsAllDigitsOnASecondLine() {
    assertThat(ResultLine.of(done(5, 2, new DecimalText.Inline("33"))))
        .isEqualTo("Input 5 -> Result length: 2 digits\nInput 5 -> Result: 33");
  }

  @Test
  void tellsWhereTheDigitsAre() {
    DecimalText digits = new DecimalText.Reference(URI.create("s3://bucket/value"));

    assertThat(ResultLine.of(done(2500, 7408, digits)))
        .isEqualTo(
            "Input 2500 -> Result length: 7408 digits\nInput 2500 -> Result in: s3://bucket/value");
  }

  @Test
  void tellsWhyAShardFailed() {
    assertThat(ResultLine.of(failed(99L)))
        .isEqualTo("Input 99 -> FAILED [NUMBER_TOO_LARGE] the maximum is 10");
  }

  @Test
  void namesThePlaceOfAShardWithoutANumber() {
    assertThat(ResultLine.of(failed(null)))
        .isEqualTo("Shard 2 -> FAILED [NUMBER_TOO_LARGE] the maximum is 10");
  }

  private static ShardResult done(long number, long digits, @Nullable DecimalText decimal) {
    return new ShardResult.Done(
        ID,
        "factorial-sum",
        number,
        new IntegerValue(digits, "ab".repeat(32), "1", "1", decimal),
        EXECUTION);
  }

  private static ShardResult failed(@Nullable Long number) {
    return new ShardResult.Failed(
        ID, null, number, new Failure(Reason.NUMBER_TOO_LARGE, "the maximum is 10"), EXECUTION);
  }
}
