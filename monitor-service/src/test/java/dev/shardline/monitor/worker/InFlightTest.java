package dev.shardline.monitor.worker;

import static dev.shardline.monitor.worker.Statuses.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.lag.Fact;
import dev.shardline.monitor.group.GroupLags;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private final Workers workers = new Workers();
  private boolean caughtUp = true;

  @Test
  void isWhatLiveWorkersHold() {
    workers.heard(Statuses.holding("a", 3, NOON));
    workers.heard(Statuses.holding("b", 4, NOON));
    workers.heard(Statuses.holding("silent", 100, NOON.minusSeconds(60)));
    workers.heard(Statuses.of("other", "ingest-service", 50, NOON, false));

    assertThat(inFlight(Fact.known(2))).isEqualTo(Fact.known(7L));
  }

  @Test
  void isNothingWhereTheGroupHasNoMembers() {
    workers.heard(Statuses.ended("a", NOON));

    assertThat(inFlight(Fact.known(0))).isEqualTo(Fact.known(0L));
  }

  @Test
  void isUnknownWhereMembersDoNotTell() {
    assertThat(inFlight(Fact.known(2)).problem().orElseThrow()).contains("none of them tells");
  }

  @Test
  void isUnknownWhereNobodyTellsAndItIsNotKnownWhetherThereAreMembers() {
    workers.heard(Statuses.holding("silent", 3, NOON.minusSeconds(60)));

    assertThat(inFlight(Fact.unknown("lag was last read 60 s ago")))
        .isEqualTo(Fact.unknown("lag was last read 60 s ago"));
  }

  @Test
  void isUnknownUntilWhatWorkersSayWasRead() {
    caughtUp = false;
    workers.heard(Statuses.holding("a", 3, NOON));

    assertThat(inFlight(Fact.known(1)).problem().orElseThrow()).contains("not read yet");
  }

  @Test
  void isUnknownOfGroupsWhoseMembersAreNotShardlines() {
    InFlight ofNobody = new InFlight(workers, Map.of(), () -> true, () -> NOON);

    assertThat(ofNobody.apply(GroupLags.withMembers(Fact.known(0))).problem().orElseThrow())
        .contains("only Shardline's own workers");
  }

  private Fact<Long> inFlight(Fact<Integer> members) {
    return new InFlight(
            workers, Map.of(GroupLags.NAME, Statuses.SERVICE), () -> caughtUp, () -> NOON)
        .apply(GroupLags.withMembers(members));
  }
}
