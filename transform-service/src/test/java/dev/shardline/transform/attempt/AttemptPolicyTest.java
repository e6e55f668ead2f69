package dev.shardline.transform.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.Records;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AttemptPolicyTest {

  private static final AttemptNote DIED_ALONE = new AttemptNote.Begun(true, "worker-7");
  private static final AttemptNote DIED_AMONG_OTHERS = new AttemptNote.Begun(false, "worker-7");
  private static final AttemptNote GIVEN_BACK = new AttemptNote.GivenBack();
  private static final AttemptNote DROPPED = new AttemptNote.Dropped();

  private final AttemptPolicy policy = new AttemptPolicy(3, () -> 10);

  @Test
  void computesWhatComesForTheFirstTimeWithoutFurtherAdo() {
    assertThat(policy.decide(Records.delivered(1), history(Map.of())))
        .isEqualTo(new Trial.Run(1, false, false));
  }

  @Test
  void watchesWhatWasDeliveredBefore() {
    assertThat(policy.decide(Records.delivered(2), history(Map.of())))
        .isEqualTo(new Trial.Run(2, true, false));
  }

  @Test
  void makesTheLastAttemptAlone() {
    assertThat(policy.decide(Records.delivered(3), history(Map.of(2, DIED_AMONG_OTHERS))))
        .isEqualTo(new Trial.Run(3, true, true));
  }

  @Test
  void givesUpWhatDiedAloneAtItsLastAttempt() {
    Trial trial =
        policy.decide(Records.delivered(4), history(Map.of(2, DIED_AMONG_OTHERS, 3, DIED_ALONE)));

    assertThat(trial)
        .isInstanceOfSatisfying(
            Trial.Fail.class,
            fail -> {
              assertThat(fail.number()).isEqualTo(3);
              assertThat(fail.failure().reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
              assertThat(fail.failure().message())
                  .contains("after 3 attempts")
                  .contains("worker-7");
            });
  }

  @Test
  void givesNothingUpForDeathsThatMayBeAnothersFault() {
    AttemptHistory always = history(Map.of(2, DIED_AMONG_OTHERS, 3, DIED_AMONG_OTHERS));

    assertThat(policy.decide(Records.delivered(5), always)).isInstanceOf(Trial.Requeue.class);
    assertThat(policy.decide(Records.delivered(4), always)).isEqualTo(new Trial.Run(4, true, true));
  }

  @Test
  void neverChargesWhatWasOnlyAcquiredAlongside() {
    for (int delivery = 2; delivery <= 4; delivery++) {
      assertThat(policy.decide(Records.delivered(delivery), history(Map.of())))
          .isEqualTo(new Trial.Run(2, true, false));
    }
    assertThat(policy.decide(Records.delivered(5), history(Map.of())))
        .isInstanceOf(Trial.Requeue.class);
  }

  @Test
  void requeuesWhenHalfOfTheDeliveriesAreUsedUp() {
    ReceivedRecord record = Records.delivered(5);

    assertThat(policy.decide(record, history(Map.of(3, DIED_AMONG_OTHERS))))
        .isEqualTo(new Trial.Requeue(3, new Requeued(record.position(), 2, 1, 0)));
    assertThat(policy.decide(Records.delivered(9), history(Map.of())))
        .isInstanceOf(Trial.Requeue.class);
    assertThat(new AttemptPolicy(3, () -> 5).decide(Records.delivered(3), history(Map.of())))
        .isInstanceOf(Trial.Requeue.class);
  }

  @Test
  void remembersAcrossARequeue() {
    ReceivedRecord copy = Records.requeued(1, new Requeued(Records.ORIGIN, 2, 1, 0));

    assertThat(policy.decide(copy, history(Map.of()))).isEqualTo(new Trial.Run(3, true, true));

    ReceivedRecord again = Records.requeued(2, new Requeued(Records.ORIGIN, 2, 1, 0));
    assertThat(policy.decide(again, history(Map.of(1, DIED_ALONE))))
        .isInstanceOfSatisfying(Trial.Fail.class, fail -> assertThat(fail.number()).isEqualTo(3));
  }

  @Test
  void countsWhatWasGivenBackInGoodOrderAsNoAttempt() {
    assertThat(policy.decide(Records.delivered(3), history(Map.of(1, GIVEN_BACK, 2, GIVEN_BACK))))
        .isEqualTo(new Trial.Run(1, false, false));
  }

  @Test
  void watchesFromTheFirstDeliveryOnThatWasNotGivenBack() {
    assertThat(policy.decide(Records.delivered(3), history(Map.of(1, GIVEN_BACK))))
        .isEqualTo(new Trial.Run(2, true, false));
  }

  @Test
  void countsADroppedAttemptButTakesItForNoDeath() {
    assertThat(policy.decide(Records.delivered(3), history(Map.of(1, DROPPED, 2, DROPPED))))
        .isEqualTo(new Trial.Run(3, true, true));
    assertThat(
            new AttemptPolicy(3, () -> 20)
                .decide(
                    Records.delivered(5),
                    history(Map.of(1, DROPPED, 2, DROPPED, 3, DROPPED, 4, DROPPED))))
        .isInstanceOf(Trial.Run.class);
  }

  @Test
  void needsAProofEvenWhereOneAttemptIsAllowed() {
    AttemptPolicy strict = new AttemptPolicy(1, () -> 10);

    assertThat(strict.decide(Records.delivered(2), history(Map.of())))
        .isEqualTo(new Trial.Run(2, true, true));
    assertThat(strict.decide(Records.delivered(3), history(Map.of(2, DIED_ALONE))))
        .isInstanceOf(Trial.Fail.class);
  }

  @Test
  void standsByWhatWasDecided() {
    Failure failure = new Failure(Reason.DEADLINE, "too slow");

    assertThat(
            policy.decide(
                Records.delivered(2), history(Map.of(1, new AttemptNote.Verdict(1, failure)))))
        .isEqualTo(new Trial.Fail(1, failure));
  }

  @Test
  void passesOverWhatHasAnotherCopy() {
    assertThat(policy.decide(Records.delivered(2), history(Map.of(1, new AttemptNote.Moved()))))
        .isInstanceOf(Trial.Pass.class);
  }

  @Test
  void keepsWithinAnyDeliveryLimit() {
    AttemptPolicy tight = new AttemptPolicy(3, () -> 2);

    assertThat(tight.decide(Records.delivered(2), history(Map.of())))
        .isInstanceOf(Trial.Requeue.class);
    assertThat(tight.mayBeGivenBack(Records.delivered(1))).isFalse();
    assertThat(policy.mayBeGivenBack(Records.delivered(3))).isTrue();
    assertThat(policy.mayBeGivenBack(Records.delivered(4))).isFalse();
  }

  private static AttemptHistory history(Map<Integer, AttemptNote> notes) {
    return new AttemptHistory(new TreeMap<>(notes));
  }
}
