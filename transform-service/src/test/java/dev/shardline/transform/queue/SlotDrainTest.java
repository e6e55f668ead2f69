package dev.shardline.transform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlotDrainTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void endsAnIdleSlot() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.drain.begin(LONG);

      slot.awaitEnd();
    }
  }

  @Test
  void finishesAndAcceptsWhatRuns() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.put("waiting");
      slot.awaitStarts(1);

      slot.drain.begin(LONG);
      slot.awaitRenewals(3);
      slot.letOneFinish();

      slot.awaitEnd();
      assertThat(slot.queue.accepted()).isEqualTo(1);
      assertThat(slot.published.results()).hasSize(1);
      assertThat(slot.interruptions).hasValue(0);
    }
  }

  @Test
  void givesBackWhatHasNotStarted() {
    try (SlotFixture slot = new SlotFixture(2)) {
      slot.put("waiting");
      slot.put("same");
      slot.start();
      slot.awaitStarts(1);

      slot.drain.begin(LONG);
      slot.awaitRenewals(1);
      ReceivedRecord given = slot.queue.open().acquire(Duration.ofSeconds(10)).getFirst();

      assertThat(given.position().offset()).isEqualTo(1);
      assertThat(given.deliveryCount()).isEqualTo(2);
      slot.letOneFinish();
      slot.awaitEnd();
      assertThat(slot.starts).hasValue(1);
      assertThat(slot.queue.accepted()).isEqualTo(1);
    }
  }

  @Test
  void takesNothingNew() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.put("waiting");
      slot.put("same");
      slot.awaitStarts(1);

      slot.drain.begin(LONG);
      slot.letOneFinish();

      slot.awaitEnd();
      assertThat(slot.queue.accepted()).isEqualTo(1);
      assertThat(slot.queue.deliveries(1)).isZero();
    }
  }

  @Test
  void interruptsAndGivesBackWhatRunsAtItsEnd() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.put("waiting");
      slot.awaitStarts(1);

      slot.drain.begin(Duration.ZERO);

      slot.awaitEnd();
      await().until(() -> slot.interruptions.get() == 1);
      assertThat(slot.queue.accepted()).isZero();
      assertThat(slot.queue.isHeld()).isFalse();
      assertThat(slot.published.published()).isEmpty();
    }
  }

  @Test
  void doesNotWaitForAnAttemptThatIgnoresItsInterruption() {
    try (SlotFixture slot = new SlotFixture().start()) {
      slot.put("stubborn");
      slot.awaitStarts(1);

      slot.drain.begin(Duration.ZERO);

      slot.awaitEnd();
      assertThat(slot.queue.isHeld()).isFalse();
      assertThat(slot.published.published()).isEmpty();
    }
  }

  @Test
  void startsNothingThatWasAcquiredAfterItBegan() {
    try (SlotFixture slot = new SlotFixture()) {
      slot.put("same");
      slot.queue.whenAcquired(() -> slot.drain.begin(LONG));

      slot.start();

      slot.awaitEnd();
      assertThat(slot.queue.deliveries(0)).isEqualTo(1);
      assertThat(slot.starts).hasValue(0);
      assertThat(slot.queue.isHeld()).isFalse();
    }
  }
}
