package dev.shardline.cli.bench.makespan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MakespanTest {

  private static final JobId JOB = JobId.create();

  @Test
  void isIdealWhereTheWorkIsDividedAmongAll() {
    Makespan makespan =
        Makespan.of(
            List.of(result(0, "b", 1, 400), result(1, "a", 1, 300), result(2, "b", 2, 300)),
            2,
            Duration.ofMillis(600),
            Duration.ofMillis(800));

    assertThat(makespan.cpu()).hasMillis(800);
    assertThat(makespan.total()).hasMillis(1000);
    assertThat(makespan.longest()).hasMillis(400);
    assertThat(makespan.ideal()).hasMillis(500);
    assertThat(makespan.ratio()).isEqualTo(1.2, within(1e-9));
    assertThat(makespan.repeated()).isEqualTo(1);
  }

  @Test
  void isNeverIdealerThanTheLongestShard() {
    Makespan makespan =
        Makespan.of(
            List.of(result(0, "a", 1, 900), result(1, "b", 1, 100)),
            2,
            Duration.ofMillis(900),
            Duration.ZERO);

    assertThat(makespan.ideal()).hasMillis(900);
    assertThat(makespan.cpu()).isEqualTo(makespan.total());
    assertThat(makespan.ratio()).isEqualTo(1.0, within(1e-9));
  }

  @Test
  void tellsWhatEachWorkerDid() {
    Makespan makespan =
        Makespan.of(
            List.of(
                result(0, "transform-2", 1, 400),
                result(1, "transform-1", 1, 300),
                result(2, "transform-2", 1, 1300)),
            2,
            Duration.ofSeconds(2),
            Duration.ZERO);

    assertThat(makespan.shares())
        .extracting(WorkerShare::toString)
        .containsExactly("transform-1 1 in 0.30 s", "transform-2 2 in 1.70 s");
  }

  @Test
  void isToldRoundByRoundWithItsMedian() {
    List<Makespan> rounds =
        IntStream.of(1000, 1100, 3000)
            .mapToObj(elapsed ->
                Makespan.of(
                    List.of(result(0, "a", 1, 1000)), 1, Duration.ofMillis(elapsed), Duration.ZERO))
            .toList();

    List<String> lines =
        MakespanTable.lines(Mix.of(190, 10, Duration.ofSeconds(2)), 400_000, 1, 42, rounds);

    assertThat(lines.getFirst())
        .isEqualTo(
            "190 shards of 2,500 and 10 of 400,000 at random places (--seed 42), 1 workers of one"
                + " slot");
    assertThat(lines).hasSize(6);
    assertThat(lines.get(2)).startsWith("    1 ").contains(" 1.00 s").endsWith("a 1 in 1.00 s");
    assertThat(lines.getLast()).isEqualTo("makespan over ideal, median: 1.10 (to be at most 1.15)");
  }

  private static ShardResult result(int index, String worker, int attempt, long millis) {
    return new ShardResult.Done(
        new ShardId(JOB, index, 200),
        "factorial-sum",
        1,
        new IntegerValue(1, "0".repeat(64), "0", "0", null),
        new Execution(attempt, worker, Duration.ZERO, Duration.ofMillis(millis)));
  }
}
