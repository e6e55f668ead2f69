package dev.shardline.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgeTest {

  private static final Instant NOON = Lags.NOON;

  @Test
  void isThatOfTheOldestWhereAllAreExact() {
    Age oldest = Age.oldest(List.of(Lags.exactly(NOON), Lags.exactly(NOON.minusSeconds(3))));

    assertThat(oldest).isEqualTo(Lags.exactly(NOON.minusSeconds(3)));
    assertThat(oldest.isExact()).isTrue();
  }

  @Test
  void isBetweenTheBoundsOfAllWhereTheyOverlap() {
    Age wide = new Age(NOON.minusSeconds(9), NOON.minusSeconds(2));
    Age exact = Lags.exactly(NOON.minusSeconds(5));

    Age oldest = Age.oldest(List.of(wide, exact));

    // The one may be 9 s old, and the other is 5 s old for certain.
    assertThat(oldest).isEqualTo(new Age(NOON.minusSeconds(9), NOON.minusSeconds(5)));
    assertThat(oldest.isExact()).isFalse();
  }

  @Test
  void isExactWhereNoBoundReachesBeforeTheOldest() {
    Age wide = new Age(NOON.minusSeconds(4), NOON);

    assertThat(Age.oldest(List.of(wide, Lags.exactly(NOON.minusSeconds(4)))).isExact()).isTrue();
  }
}
