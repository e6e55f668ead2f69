package dev.shardline.monitor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.lag.Age;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.monitor.group.GroupLags;
import dev.shardline.monitor.group.Rates;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupViewTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final GroupLag SEVEN = GroupLags.known(7, 100, NOON.minusSeconds(4));

  @Test
  void saysAllThatIsKnown() {
    GroupView view =
        GroupView.of(SEVEN, Fact.known(2L), Optional.of(new Rates(1, 1.5)), Fact.known(3L), NOON);

    assertThat(view.kind()).isEqualTo("consumer");
    assertThat(view.state()).isEqualTo("Stable");
    assertThat(view.known()).isTrue();
    assertThat(view.reason()).isNull();
    assertThat(view.lag()).isEqualTo(7);
    assertThat(view.inFlight()).isEqualTo(2);
    assertThat(view.inFlightReason()).isNull();
    assertThat(view.waiting()).isEqualTo(5);
    assertThat(view.oldestAgeSeconds()).isEqualTo(4);
    assertThat(view.oldestAgeAtLeastSeconds()).isEqualTo(4);
    assertThat(view.oldestAgeAtMostSeconds()).isEqualTo(4);
    assertThat(view.oldestAgeReason()).isNull();
    assertThat(view.rateInPerSecond()).isEqualTo(1);
    assertThat(view.rateOutPerSecond()).isEqualTo(1.5);
    assertThat(view.secondsToEmpty()).isEqualTo(14);
    assertThat(view.secondsToEmptyReason()).isNull();
    assertThat(view.members()).isEqualTo(2);
    assertThat(view.membersReason()).isNull();
    assertThat(view.attemptsAboveOne()).isEqualTo(3);
    assertThat(view.partitions())
        .containsExactly(
            new GroupView.PartitionView("orders", 0, 93L, 0L, 100L, 7L, true, null, 4.0));
  }

  @Test
  void hasNullAndAReasonForAllThatFollowsFromAnUnknownLag() {
    GroupLag unknown = GroupLags.unknown("it has no leader");

    GroupView view =
        GroupView.of(
            unknown, Fact.known(2L), Optional.empty(), Fact.unknown("nobody counts"), NOON);

    assertThat(view.known()).isFalse();
    assertThat(view.lag()).isNull();
    assertThat(view.reason()).isEqualTo("orders-0: it has no leader");
    assertThat(view.waiting()).isNull();
    assertThat(view.oldestAgeSeconds()).isNull();
    assertThat(view.oldestAgeAtLeastSeconds()).isNull();
    assertThat(view.oldestAgeAtMostSeconds()).isNull();
    assertThat(view.oldestAgeReason()).isEqualTo("orders-0: it has no leader");
    assertThat(view.rateInPerSecond()).isNull();
    assertThat(view.rateOutPerSecond()).isNull();
    assertThat(view.secondsToEmpty()).isNull();
    assertThat(view.secondsToEmptyReason()).isEqualTo("the lag is unknown");
    assertThat(view.attemptsAboveOne()).isNull();
    assertThat(view.attemptsAboveOneReason()).isEqualTo("nobody counts");
    assertThat(view.partitions())
        .containsExactly(
            new GroupView.PartitionView(
                "orders", 0, null, null, null, null, false, "it has no leader", null));
  }

  @Test
  void hasNullAndAReasonForEveryFigureOfAnOutdatedGroup() {
    GroupView view =
        GroupView.of(
            SEVEN.outdated("read 30 s ago"),
            Fact.unknown("read 30 s ago"),
            Optional.empty(),
            Fact.unknown("nobody counts"),
            NOON);

    assertThat(view.state()).isNull();
    assertThat(view.lag()).isNull();
    assertThat(view.reason()).isEqualTo("read 30 s ago");
    assertThat(view.inFlight()).isNull();
    assertThat(view.inFlightReason()).isEqualTo("read 30 s ago");
    assertThat(view.waiting()).isNull();
    assertThat(view.oldestAgeSeconds()).isNull();
    assertThat(view.oldestAgeReason()).isEqualTo("read 30 s ago");
    assertThat(view.members()).isNull();
    assertThat(view.membersReason()).isEqualTo("read 30 s ago");
    assertThat(view.partitions().getFirst().lag()).isNull();
    assertThat(view.partitions().getFirst().reason()).isEqualTo("read 30 s ago");
    assertThat(view.partitions().getFirst().oldestAgeSeconds()).isNull();
  }

  @Test
  void doesNotTakeWhatIsHeldForNothingWhereThatIsUnknown() {
    GroupView view =
        GroupView.of(
            SEVEN,
            Fact.unknown("nobody tells"),
            Optional.of(new Rates(1, 2)),
            Fact.unknown("nobody counts"),
            NOON);

    assertThat(view.lag()).isEqualTo(7);
    assertThat(view.inFlight()).isNull();
    assertThat(view.inFlightReason()).isEqualTo("nobody tells");
    assertThat(view.waiting()).isNull();
  }

  @Test
  void neverHasFewerThanNoneWaiting() {
    GroupView view =
        GroupView.of(SEVEN, Fact.known(9L), Optional.empty(), Fact.unknown("nobody counts"), NOON);

    assertThat(view.waiting()).isZero();
  }

  @Test
  void saysWhyThereIsNoTimeToEmpty() {
    assertThat(
            GroupView.of(
                    SEVEN, Fact.known(0L), Optional.empty(), Fact.unknown("nobody counts"), NOON)
                .secondsToEmptyReason())
        .isEqualTo("known after two readings of a known lag");
    GroupView growing =
        GroupView.of(
            SEVEN,
            Fact.known(0L),
            Optional.of(new Rates(3, 2)),
            Fact.unknown("nobody counts"),
            NOON);
    assertThat(growing.secondsToEmpty()).isNull();
    assertThat(growing.secondsToEmptyReason()).isEqualTo("it is not becoming less");
  }

  @Test
  void saysBetweenWhichBoundsAnAgeIsThatIsNotKnown() {
    Age age = new Age(NOON.minusSeconds(9), NOON.minusSeconds(2));
    GroupView view =
        GroupView.of(
            GroupLags.known(7, 100, Optional.of(age)),
            Fact.known(0L),
            Optional.empty(),
            Fact.unknown("nobody counts"),
            NOON);

    assertThat(view.oldestAgeSeconds()).isNull();
    assertThat(view.oldestAgeAtLeastSeconds()).isEqualTo(2);
    assertThat(view.oldestAgeAtMostSeconds()).isEqualTo(9);
    assertThat(view.oldestAgeReason()).startsWith("between 2 s and 9 s");
    assertThat(view.partitions().getFirst().oldestAgeSeconds()).isNull();
  }

  @Test
  void hasNoAgeAndNoReasonWhereNothingWaits() {
    GroupView view =
        GroupView.of(
            GroupLags.known(0, 100, Optional.empty()),
            Fact.known(0L),
            Optional.of(new Rates(1, 1)),
            Fact.unknown("nobody counts"),
            NOON);

    assertThat(view.lag()).isZero();
    assertThat(view.oldestAgeSeconds()).isNull();
    assertThat(view.oldestAgeReason()).isNull();
    assertThat(view.secondsToEmpty()).isZero();
  }

  @Test
  void hasNoNegativeAgeWhereAProducersClockIsAhead() {
    GroupView view =
        GroupView.of(
            GroupLags.known(7, 100, NOON.plusSeconds(5)),
            Fact.known(0L),
            Optional.empty(),
            Fact.unknown("nobody counts"),
            NOON);

    assertThat(view.oldestAgeSeconds()).isZero();
  }
}
