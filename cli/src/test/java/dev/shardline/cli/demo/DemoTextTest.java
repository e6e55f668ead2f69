package dev.shardline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.ShardResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTextTest {

  private static final JobId JOB = JobId.create();

  @Test
  void accountsForTheWholeTime() {
    Account account = new Account();
    account.done("broker", Duration.ofMillis(2_500));
    account.done("four shards", Duration.ofMillis(500));

    List<String> lines = account.lines(Duration.ofMillis(3_750));

    assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    assertThat(lines.get(0)).startsWith("  broker ").endsWith(" 2.50 s");
    assertThat(lines.get(2)).startsWith("  clients, printing").endsWith(" 0.75 s");
    assertThat(lines.get(3)).startsWith("  total ").endsWith(" 3.75 s");
  }

  @Test
  void comparesDurations() {
    assertThat(Ratio.of(Duration.ofMillis(3_880), Duration.ofMillis(2_000))).isEqualTo("1.94");
    assertThat(Ratio.of(Duration.ofSeconds(1), Duration.ZERO)).isEqualTo("-");
  }

  @Test
  void tellsWhoComputedWhat() {
    List<ShardResult> results =
        List.of(
            failed(0, 2500, "transform-2"),
            failed(1, 2600, "transform-1"),
            failed(2, 2700, "transform-2"));

    assertThat(Workers.numbers(results))
        .isEqualTo("transform-1: 2600 (failed); transform-2: 2500 (failed) 2700 (failed)");
    assertThat(Workers.counts(results)).isEqualTo("transform-1 1, transform-2 2");
  }

  @Test
  void givesEachSlotTheSameWork() {
    List<Long> ofOne = DemoNumbers.large(1);

    assertThat(ofOne).hasSize(8).doesNotHaveDuplicates();
    assertThat(DemoNumbers.large(4)).hasSize(32).isSubsetOf(ofOne);
  }

  private static ShardResult failed(int index, long number, String worker) {
    return new ShardResult.Failed(
        new ShardId(JOB, index, 3),
        "factorial-sum",
        number,
        new Failure(Reason.TRANSFORM_FAILED, "out of luck"),
        new Execution(1, worker, Duration.ZERO, Duration.ZERO));
  }
}
