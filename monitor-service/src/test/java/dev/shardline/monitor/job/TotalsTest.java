package dev.shardline.monitor.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TotalsTest {

  private final Totals totals = new Totals();

  @Test
  void countAnswersByWhatTheyAre() {
    totals.shard(Answer.DONE, 1);
    totals.shard(Answer.DONE, 1);
    totals.shard(Answer.FAILED, 1);
    totals.shard(Answer.CANCELLED, 0);
    totals.source(Answer.DONE);
    totals.source(Answer.FAILED);

    assertThat(totals.shards(Answer.DONE)).isEqualTo(2);
    assertThat(totals.shards(Answer.FAILED)).isEqualTo(1);
    assertThat(totals.shards(Answer.CANCELLED)).isEqualTo(1);
    assertThat(totals.sources(Answer.DONE)).isEqualTo(1);
    assertThat(totals.sources(Answer.FAILED)).isEqualTo(1);
    assertThat(totals.sources(Answer.CANCELLED)).isZero();
  }

  @Test
  void countAttemptsAboveOne() {
    totals.shard(Answer.DONE, 1);
    totals.shard(Answer.DONE, 2);
    totals.shard(Answer.FAILED, 5);

    assertThat(totals.repeated()).isEqualTo(2);
  }
}
