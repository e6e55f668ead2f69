package dev.shardline.cli.bench.shardtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.cli.bench.report.ReportTable;
import org.junit.jupiter.api.Test;

class StagesTest {

  private static final String BEFORE =
      """
      # HELP shardline_shard_wait_seconds
      # TYPE shardline_shard_wait_seconds histogram
      shardline_shard_wait_seconds_bucket{le="0.001"} 10.0
      shardline_shard_wait_seconds_count 10.0
      shardline_shard_wait_seconds_sum 5.0
      shardline_shard_publish_seconds_count 10.0
      shardline_shard_publish_seconds_sum 1.0
      """;

  private static final String AFTER =
      """
      shardline_shard_wait_seconds_count 14.0
      shardline_shard_wait_seconds_sum 5.02
      shardline_shard_compute_seconds_count{transform="factorial-sum"} 3.0
      shardline_shard_compute_seconds_count{transform="other"} 1.0
      shardline_shard_compute_seconds_sum{transform="factorial-sum"} 0.003
      shardline_shard_compute_seconds_sum{transform="other"} 1.0E-3
      shardline_shard_publish_seconds_count 14.0
      shardline_shard_publish_seconds_sum 1.008
      """;

  @Test
  void areTheMeansOfWhatWasCountedBetween() {
    Stages stages = Stages.between(MetricsPage.of(BEFORE), MetricsPage.of(AFTER), 9);

    assertThat(stages.waited()).isEqualTo(5, within(1e-6));
    assertThat(stages.compute()).isEqualTo(1, within(1e-6));
    assertThat(stages.publish()).isEqualTo(2, within(1e-6));
    assertThat(stages.elapsed()).isEqualTo(9);
  }

  @Test
  void areNothingWhereNothingWasCounted() {
    MetricsPage page = MetricsPage.of(BEFORE);

    assertThatThrownBy(() -> Stages.between(page, page, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("shardline_shard_wait_seconds did not count a shard");
  }

  @Test
  void areToldForEachKindOfShards() {
    ShardTimeRounds rounds = new ShardTimeRounds(new ShardTimePlan(200, 20_000, 8, 200_000, 1));
    rounds.add(ShardTimeRounds.SINGLE, new Stages(3, 1, 2, 8));
    rounds.add(ShardTimeRounds.TINY, new Stages(700, 0.02, 4, 0.08));

    assertThat(ReportTable.lines(rounds.report()))
        .anyMatch(line -> line.matches("one at a time +3.00 +1.00 +2.00 +8.00"))
        .anyMatch(line -> line.matches("a backlog of tiny ones +700 +0.0200 +4.00 +0.0800"))
        .contains("one at a time, compute over elapsed: 0.13");
  }
}
