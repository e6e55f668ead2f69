package dev.shardline.lag.position;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffsetGapsTest {

  private final OffsetGaps gaps = new OffsetGaps(10);

  @Test
  void countsRecordsAndNotTheOffsetsBetweenThem() {
    gaps.record(10);
    gaps.record(11);
    gaps.record(14);
    gaps.reached(17);

    assertThat(gaps.covers(10, 17)).isTrue();
    assertThat(gaps.records(10, 17)).isEqualTo(3);
    assertThat(gaps.records(12, 14)).isZero();
    assertThat(gaps.records(13, 15)).isEqualTo(1);
    assertThat(gaps.records(14, 16)).isEqualTo(1);
  }

  @Test
  void coversNothingThatWasNotRead() {
    gaps.record(10);

    assertThat(gaps.covers(10, 11)).isTrue();
    assertThat(gaps.covers(10, 12)).isFalse();
    assertThat(gaps.covers(9, 11)).isFalse();
  }

  @Test
  void forgetsWhatLiesBehind() {
    gaps.record(12);
    gaps.record(20);
    gaps.forgetBefore(13);

    assertThat(gaps.size()).isEqualTo(1);
    assertThat(gaps.covers(12, 21)).isFalse();
    assertThat(gaps.records(13, 21)).isEqualTo(1);
  }

  @Test
  void keepsTheGapThatItsBeginningLiesIn() {
    gaps.record(10);
    gaps.record(20);
    gaps.forgetBefore(15);

    assertThat(gaps.records(15, 21)).isEqualTo(1);
  }
}
