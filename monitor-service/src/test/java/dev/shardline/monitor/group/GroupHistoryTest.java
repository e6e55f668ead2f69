package dev.shardline.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupHistoryTest {

  private static final Instant BEGIN = Instant.parse("2026-11-25T12:00:00Z");

  private final GroupHistory history = new GroupHistory(Duration.ofMinutes(1));

  @Test
  void forgetsWhatIsOlderThanItsWindow() {
    IntStream.rangeClosed(0, 100).forEach(second -> add(second, 1L, 1L));

    assertThat(history.points()).hasSize(61);
    assertThat(history.points().getFirst().at()).isEqualTo(BEGIN.plusSeconds(40));
    assertThat(history.newest().orElseThrow().at()).isEqualTo(BEGIN.plusSeconds(100));
  }

  @Test
  void tellsHowFastRecordsComeAndAreProcessed() {
    add(0, 100L, 1000L);
    add(10, 80L, 1050L);

    // 50 came and 20 fewer are left: 70 were processed.
    assertThat(history.rates()).contains(new Rates(5, 7));
  }

  @Test
  void tellsOfTheLastHalfMinuteOnly() {
    add(0, 1_000L, 1_000L);
    add(10, 100L, 2_000L);
    add(40, 40L, 2_030L);

    assertThat(history.rates()).contains(new Rates(1, 3));
  }

  @Test
  void looksPastReadingsThatFailed() {
    add(0, 10L, 100L);
    add(5, null, null);
    add(10, 20L, 110L);

    assertThat(history.rates()).contains(new Rates(1, 0));
  }

  @Test
  void cannotTellOfASingleReading() {
    assertThat(history.rates()).isEmpty();
    assertThat(history.newest()).isEmpty();

    add(0, 10L, 100L);

    assertThat(history.rates()).isEmpty();
  }

  @Test
  void cannotTellWhileTheLagIsUnknown() {
    add(0, 10L, 100L);
    add(5, 10L, 100L);
    add(10, null, 100L);

    assertThat(history.rates()).isEmpty();
  }

  @Test
  void cannotTellWhereTheTopicBeganAnew() {
    add(0, 10L, 100L);
    add(10, 5L, 5L);

    assertThat(history.rates()).isEmpty();
  }

  @Test
  void neverTellsOfANegativeRate() {
    // The group was set back, so that there is more left than came.
    add(0, 0L, 100L);
    add(10, 90L, 100L);

    assertThat(history.rates()).contains(new Rates(0, 0));
  }

  private void add(int second, @Nullable Long lag, @Nullable Long written) {
    history.add(new Point(BEGIN.plusSeconds(second), lag, null, written));
  }
}
