package dev.shardline.lag.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.lag.Fact;
import dev.shardline.lag.LogRange;
import dev.shardline.lag.StartPolicy;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final LogRange LOG = new LogRange(10, 30);

  @Test
  void beginsAtTheCommittedOffset() {
    assertThat(of(new GroupPosition.Committed(25), StartPolicy.UNKNOWN))
        .isEqualTo(Fact.known(new Backlog(25, 30, 0)));
  }

  @Test
  void beginsWhereTheGroupBeginsWhenItsOffsetIsNotThereAnyMore() {
    assertThat(of(new GroupPosition.Committed(5), StartPolicy.EARLIEST))
        .isEqualTo(Fact.known(new Backlog(10, 30, 0)));
    assertThat(of(new GroupPosition.Committed(31), StartPolicy.EARLIEST))
        .isEqualTo(Fact.known(new Backlog(10, 30, 0)));
    assertThat(of(new GroupPosition.Committed(5), StartPolicy.LATEST).problem()).isPresent();
  }

  @Test
  void isNothingInALogWithoutRecordsWhereverTheGroupBegins() {
    LogRange empty = new LogRange(30, 30);

    for (StartPolicy start : StartPolicy.values()) {
      assertThat(Backlog.of(empty, new GroupPosition.None(), start))
          .isEqualTo(Fact.known(new Backlog(30, 30, 0)));
    }
  }

  @Test
  void isNotGuessedWhenNothingIsSaid() {
    assertThat(of(new GroupPosition.None(), StartPolicy.UNKNOWN).found()).isEmpty();
    assertThat(of(new GroupPosition.Unreadable("locked"), StartPolicy.EARLIEST).problem())
        .contains("locked");
  }

  @Test
  void leavesOutWhatASharersDidOutOfOrder() {
    assertThat(of(new GroupPosition.Shared(20, 4), StartPolicy.UNKNOWN))
        .isEqualTo(Fact.known(new Backlog(20, 30, 6)));
    assertThat(new Backlog(20, 30, 6).lag(Fact.known(10L))).isEqualTo(Fact.known(4L));
  }

  @Test
  void doesNotGuessWhichOffsetsWithoutRecordsAreDone() {
    assertThat(new Backlog(20, 30, 6).lag(Fact.known(9L)).found()).isEmpty();
    assertThat(new Backlog(20, 30, 0).lag(Fact.known(9L))).isEqualTo(Fact.known(9L));
  }

  @Test
  void doesNotGuessWhatOfTheDoneWasDeleted() {
    assertThat(of(new GroupPosition.Shared(5, 25), StartPolicy.EARLIEST))
        .isEqualTo(Fact.known(new Backlog(10, 30, 0)));
    assertThat(of(new GroupPosition.Shared(5, 20), StartPolicy.EARLIEST).found()).isEmpty();
    assertThat(of(new GroupPosition.Shared(31, 0), StartPolicy.EARLIEST).found()).isEmpty();
  }

  private static Fact<Backlog> of(GroupPosition position, StartPolicy start) {
    return Backlog.of(LOG, position, start);
  }
}
