package dev.shardline.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GroupLagTest {

  private static final Instant NOON = Lags.NOON;

  @Test
  void isTheSumOfItsPartitions() {
    GroupLag group =
        Lags.group(
            Lags.known(0, 3, Optional.of(Lags.exactly(NOON.minusSeconds(5)))),
            Lags.known(1, 0, Optional.empty()),
            Lags.known(2, 4, Optional.of(Lags.exactly(NOON.minusSeconds(9)))));

    assertThat(group.lag()).isEqualTo(Fact.known(7L));
    assertThat(group.oldest())
        .isEqualTo(Fact.known(Optional.of(Lags.exactly(NOON.minusSeconds(9)))));
  }

  @Test
  void isUnknownIfOnePartitionIsAndNamesIt() {
    GroupLag group =
        Lags.group(
            Lags.known(0, 3, Optional.of(Lags.exactly(NOON))), Lags.unknown(1, "it has no leader"));

    assertThat(group.lag()).isEqualTo(Fact.unknown("orders-1: it has no leader"));
    assertThat(group.oldest()).isEqualTo(Fact.unknown("orders-1: it has no leader"));
    assertThat(group.partitions().getFirst().lag()).isEqualTo(Fact.known(3L));
  }

  @Test
  void knowsItsLagWhereOnlyTheAgeOfAPartitionIsUnknown() {
    PartitionLag ageless =
        new PartitionLag(
            new Partition("orders", 1),
            new LogRange(0, 9),
            OptionalLong.of(4),
            Fact.known(5L),
            Fact.unknown("there was no time"));

    GroupLag group = Lags.group(Lags.known(0, 3, Optional.of(Lags.exactly(NOON))), ageless);

    assertThat(group.lag()).isEqualTo(Fact.known(8L));
    assertThat(group.oldest()).isEqualTo(Fact.unknown("orders-1: there was no time"));
  }

  @Test
  void hasNoOldestRecordWhereNoneIsLeft() {
    GroupLag group =
        Lags.group(Lags.known(0, 0, Optional.empty()), Lags.known(1, 0, Optional.empty()));

    assertThat(group.lag()).isEqualTo(Fact.known(0L));
    assertThat(group.oldest()).isEqualTo(Fact.known(Optional.empty()));
  }

  @Test
  void keepsItsPartitionsWhereTheWholeIsUnknown() {
    GroupLag whole = Lags.group(Lags.known(0, 3, Optional.of(Lags.exactly(NOON))));

    GroupLag group = whole.butUnknown("there is no topic payments");

    assertThat(group.lag()).isEqualTo(Fact.unknown("there is no topic payments"));
    assertThat(group.oldest()).isEqualTo(Fact.unknown("there is no topic payments"));
    assertThat(group.partitions()).isEqualTo(whole.partitions());
    assertThat(group.state()).isEqualTo(Fact.known("Stable"));
    assertThat(group.members()).isEqualTo(Fact.known(2));
  }

  @Test
  void knowsNoFigureOnceItIsOutdated() {
    GroupLag fresh =
        Lags.group(
            Lags.known(0, 3, Optional.of(Lags.exactly(NOON))), Lags.unknown(1, "it has no leader"));

    GroupLag group = fresh.outdated("last read 30 s ago");

    assertThat(group.lag()).isEqualTo(Fact.unknown("last read 30 s ago"));
    assertThat(group.oldest()).isEqualTo(Fact.unknown("last read 30 s ago"));
    assertThat(group.state()).isEqualTo(Fact.unknown("last read 30 s ago"));
    assertThat(group.members()).isEqualTo(Fact.unknown("last read 30 s ago"));
    assertThat(group.name()).isEqualTo("reports");
    assertThat(group.partitions())
        .hasSize(2)
        .allSatisfy(each -> {
          assertThat(each.lag()).isEqualTo(Fact.unknown("last read 30 s ago"));
          assertThat(each.oldest()).isEqualTo(Fact.unknown("last read 30 s ago"));
        });
  }
}
