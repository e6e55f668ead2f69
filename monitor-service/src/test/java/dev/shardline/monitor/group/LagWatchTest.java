package dev.shardline.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.lag.ClusterAwayException;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupKind;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LagWatchTest {

  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration TOOK = Duration.ofMillis(300);

  private final MutableClock clock = new MutableClock();
  private final Instant begin = clock.instant();
  private Supplier<GroupLag> cluster = () -> GroupLags.known(7, 100, begin);

  private final LagWatch watch =
      new LagWatch(
          groups -> {
            Instant at = clock.instant();
            return new LagReading(at, List.of(cluster.get()), 6, TOOK);
          },
          List.of(
              new WatchedGroup(
                  GroupLags.NAME, GroupKind.CONSUMER, List.of("orders"), StartPolicy.UNKNOWN)),
          INTERVAL,
          Duration.ofMinutes(1),
          _ -> Fact.known(2L),
          clock);

  @Test
  void knowsNothingBeforeItsFirstReading() {
    LagWatch.Standing standing = watch.standing();

    assertThat(standing.at()).isEmpty();
    assertThat(standing.stale()).contains("lag was not read yet");
    assertThat(standing.groups()).isEmpty();
    assertThat(standing.group(GroupLags.NAME)).isEmpty();
    assertThat(watch.took()).isEmpty();
  }

  @Test
  void saysWhyTheFirstReadingFailed() throws InterruptedException {
    goAway("nobody listens");
    watch.read();

    assertThat(watch.standing().stale()).contains("nobody listens");
    assertThat(watch.standing().at()).isEmpty();
    assertThat(watch.problem()).contains("nobody listens");
  }

  @Test
  void isValidForTwoIntervalsAndTheTimeOfTheReading() throws InterruptedException {
    watch.read();
    clock.advance(INTERVAL.multipliedBy(2).plus(TOOK));

    LagWatch.Standing standing = watch.standing();

    assertThat(standing.stale()).isEmpty();
    assertThat(standing.at()).contains(begin);
    assertThat(group().lag()).isEqualTo(Fact.known(7L));
  }

  @Test
  void knowsNoFigureOfWhatIsOlder() throws InterruptedException {
    watch.read();
    goAway("nobody listens");
    watch.read();
    clock.advance(INTERVAL.multipliedBy(2).plus(TOOK).plusMillis(1));

    LagWatch.Standing standing = watch.standing();

    String why = "lag was last read 10 s ago; nobody listens";
    assertThat(standing.stale()).contains(why);
    assertThat(standing.at()).as("when it was last known").contains(begin);
    assertThat(group().lag()).isEqualTo(Fact.unknown(why));
    assertThat(group().oldest()).isEqualTo(Fact.unknown(why));
    assertThat(group().members()).isEqualTo(Fact.unknown(why));
    assertThat(group().state()).isEqualTo(Fact.unknown(why));
    assertThat(group().partitions().getFirst().lag()).isEqualTo(Fact.unknown(why));
  }

  @Test
  void saysThatReadingTakesLongWhereNoneFailed() throws InterruptedException {
    watch.read();
    clock.advance(Duration.ofSeconds(21));

    assertThat(watch.standing().stale())
        .contains("lag was last read 21 s ago; reading it takes long");
  }

  @Test
  void healsWithTheNextReading() throws InterruptedException {
    watch.read();
    goAway("nobody listens");
    clock.advance(Duration.ofMinutes(1));
    watch.read();
    assertThat(watch.standing().stale()).isPresent();

    cluster = () -> GroupLags.known(9, 110, begin);
    watch.read();

    assertThat(watch.standing().stale()).isEmpty();
    assertThat(watch.problem()).isEmpty();
    assertThat(group().lag()).isEqualTo(Fact.known(9L));
  }

  @Test
  void remembersReadingsAndLeavesGapsForThoseThatFailed() throws InterruptedException {
    watch.read();
    clock.advance(INTERVAL);
    goAway("nobody listens");
    watch.read();
    clock.advance(INTERVAL);
    cluster = () -> GroupLags.unknown("it has no leader");
    watch.read();

    assertThat(watch.history(GroupLags.NAME).points())
        .containsExactly(
            new Point(begin, 7L, 2L, 100L),
            new Point(begin.plus(INTERVAL), null, null, null),
            new Point(begin.plus(INTERVAL.multipliedBy(2)), null, 2L, null));
  }

  @Test
  void countsTheCallsOfAllReadings() throws InterruptedException {
    watch.read();
    watch.read();

    assertThat(watch.adminCalls()).isEqualTo(12);
    assertThat(watch.took()).contains(TOOK);
  }

  @Test
  void hasNoHistoryOfWhatIsNotWatched() {
    assertThatThrownBy(() -> watch.history("nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not watched: nobody");
  }

  @Test
  void leavesAGapAndSaysSoWhereReadingFailsInAnotherWay() throws InterruptedException {
    watch.read();
    clock.advance(INTERVAL);
    cluster =
        () -> {
          throw new IllegalStateException("broken");
        };

    assertThatThrownBy(watch::read).isInstanceOf(IllegalStateException.class);

    assertThat(watch.history(GroupLags.NAME).points()).hasSize(2);
    assertThat(watch.history(GroupLags.NAME).points().getLast().lag()).isNull();
    assertThat(watch.problem().orElseThrow()).contains("broken");
  }

  private void goAway(String reason) {
    cluster =
        () -> {
          throw new ClusterAwayException(reason, new IllegalStateException());
        };
  }

  private GroupLag group() {
    return watch.standing().group(GroupLags.NAME).orElseThrow();
  }
}
