package dev.shardline.transform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.result.ShardResult;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlotTest {

  @Test
  void answersOneShardAfterTheOther() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.put("same");
      slot.put("same");
      slot.put("same");

      slot.awaitAccepted(3);

      assertThat(slot.published.results()).hasSize(3);
      assertThat(slot.starts).hasValue(3);
    }
  }

  @Test
  void acceptsAShardOnlyWhenItsAnswerIsDurable() {
    try (SlotFixture slot = new SlotFixture()) {
      slot.published.holding();
      slot.start();
      slot.put("same");
      await().until(() -> slot.published.results().size() == 1);
      slot.awaitRenewals(2);
      assertThat(slot.queue.accepted()).isZero();

      slot.published.confirmNext();

      slot.awaitAccepted(1);
      assertThat(slot.starts).hasValue(1);
    }
  }

  @Test
  void keepsTheLockOfAShardThatOutlastsIt() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.put("waiting");
      slot.awaitStarts(1);
      slot.awaitRenewals(5);
      assertThat(slot.queue.deliveries(0)).isEqualTo(1);

      slot.letOneFinish();

      slot.awaitAccepted(1);
      assertThat(slot.starts).hasValue(1);
      assertThat(slot.published.results())
          .singleElement()
          .extracting(result -> result.execution().attempt())
          .isEqualTo(1);
    }
  }

  @Test
  void givesAShardBackWhoseAnswerIsRefused() {
    try (SlotFixture slot = new SlotFixture()) {
      slot.published.holding();
      slot.start();
      slot.put("same");
      await().until(() -> slot.published.results().size() == 1);

      slot.published.refuseNext();

      await().until(() -> slot.queue.deliveries(0) == 2);
      await().until(() -> slot.published.results().size() == 2);
      slot.published.confirmNext();
      slot.awaitAccepted(1);
    }
  }

  @Test
  void answersWhatFailsAndGoesOn() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.queue.put("no JSON");
      slot.put("same");

      slot.awaitAccepted(2);

      assertThat(slot.published.results())
          .extracting(Object::getClass)
          .containsExactly(ShardResult.Failed.class, ShardResult.Done.class);
    }
  }

  @Test
  void interruptsAnAttemptThatLostItsLock() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.put("waiting");
      slot.awaitStarts(1);

      slot.queue.expireLocks();

      slot.awaitStarts(2);
      assertThat(slot.interruptions).hasValue(1);
      assertThat(slot.published.published()).isEmpty();
      slot.letOneFinish();
      slot.awaitAccepted(1);
      assertThat(slot.published.results())
          .singleElement()
          .extracting(result -> result.execution().attempt())
          .isEqualTo(2);
    }
  }

  @Test
  void publishesNothingOfAnAttemptThatLostItsLockAndWentOn() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.put("stubborn");
      slot.awaitStarts(1);
      slot.queue.expireLocks();
      await().until(() -> slot.queue.deliveries(0) == 2);

      slot.letOneFinish();

      slot.awaitStarts(2);
      assertThat(slot.published.published()).isEmpty();
      slot.letOneFinish();
      slot.awaitAccepted(1);
      assertThat(slot.published.results())
          .singleElement()
          .extracting(result -> result.execution().attempt())
          .isEqualTo(2);
    }
  }

  @Test
  void leavesNoAttemptRunningWhenTheQueueFailsAndOpensItAgain() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.put("waiting");
      slot.awaitStarts(1);

      slot.queue.failNext();

      await().until(() -> slot.interruptions.get() == 1);
      slot.awaitStarts(2);
      assertThat(slot.published.published()).isEmpty();
      slot.letOneFinish();
      slot.awaitAccepted(1);
    }
  }

  @Test
  void goesOnWithTheNextTurnAtOnceWhenTheRestOfOneWasGivenBack() {
    // No renewal comes to its help within the time of a test.
    try (SlotFixture slot = new SlotFixture(3, Duration.ofHours(1))) {
      slot.put("same");
      deliverInVain(slot);
      deliverInVain(slot);
      deliverInVain(slot);
      slot.put("waiting");
      slot.put("same");
      slot.start();
      slot.awaitStarts(1);
      ReceivedRecord given = slot.queue.open().acquire(Duration.ofSeconds(10)).getFirst();
      assertThat(given.position().offset()).isEqualTo(2);

      slot.letOneFinish();

      slot.awaitAccepted(2);
    }
  }

  private static void deliverInVain(SlotFixture slot) {
    assertThat(slot.queue.open().acquire(Duration.ofSeconds(10))).hasSize(1);
    slot.queue.expireLocks();
  }

  @Test
  void beginsNoSuspectWhoseHistoryIsUnknownAndSpendsNoDeliveryOnIt() {
    try (SlotFixture slot = new SlotFixture()) {
      slot.published.holding();
      slot.start();
      slot.put("same");
      await().until(() -> slot.published.results().size() == 1);
      slot.fixture.log.unreadable(true);
      slot.published.refuseNext();
      await().until(() -> slot.queue.deliveries(0) == 2);
      slot.awaitRenewals(2);
      assertThat(slot.starts).hasValue(1);

      slot.fixture.log.unreadable(false);

      slot.awaitStarts(2);
      slot.published.confirmNext();
      slot.awaitAccepted(1);
      assertThat(slot.queue.deliveries(0)).isEqualTo(2);
    }
  }

  @Test
  void givesBackWhatWaitsBehindALongShard() {
    try (SlotFixture slot = new SlotFixture(2)) {
      slot.put("waiting");
      slot.put("same");
      slot.start();
      slot.awaitStarts(1);

      ReceivedRecord given = slot.queue.open().acquire(Duration.ofSeconds(10)).getFirst();

      assertThat(given.position().offset()).isEqualTo(1);
      assertThat(given.deliveryCount()).isEqualTo(2);
      assertThat(slot.queue.deliveries(0)).isEqualTo(1);
      slot.letOneFinish();
      slot.awaitAccepted(1);
      assertThat(slot.starts).hasValue(1);
    }
  }
}
