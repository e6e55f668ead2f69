package dev.shardline.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void countsEachAnswerByItsEnding() {
    Tally tally =
        Tally.of(4)
            .plus(answer(Ending.DONE))
            .plus(answer(Ending.FAILED))
            .plus(answer(Ending.CANCELLED));

    assertThat(tally).isEqualTo(new Tally(4, 1, 1, 1));
    assertThat(tally.complete()).isFalse();
    assertThat(tally.plus(answer(Ending.DONE)).complete()).isTrue();
    assertThat(tally.minus(answer(Ending.FAILED))).isEqualTo(new Tally(4, 1, 0, 1));
  }

  @Test
  void tellsOfCancelledOnesOnlyWhereThereAreAny() {
    assertThat(new Tally(4, 2, 1, 0)).hasToString("3 of 4 answered, 1 failed");
    assertThat(new Tally(4, 2, 1, 1)).hasToString("4 of 4 answered, 1 failed, 1 cancelled");
  }

  private static Answer<String> answer(Ending ending) {
    return new Answer<>(0, "", ending, "{}");
  }
}
