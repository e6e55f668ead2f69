package dev.shardline.transform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is acquired before the worker may begin anything. */
@Timeout(60)
class SlotGateTest {

  private static final Duration LONG_LOCK = Duration.ofMinutes(10);

  private final CountDownLatch opened = new CountDownLatch(1);

  @Test
  void isAcquiredAlreadyAndBegunOnlyOnceTheGateIsOpen() {
    try (SlotFixture slot = new SlotFixture(1, LONG_LOCK, this::gate).start()) {
      slot.put("same");
      await().until(() -> slot.queue.isHeld());
      assertThat(slot.starts).hasValue(0);

      opened.countDown();

      slot.awaitAccepted(1);
      assertThat(slot.queue.deliveries(0)).isEqualTo(1);
    }
  }

  @Test
  void isGivenBackForOthersIfTheGateStaysClosed() {
    try (SlotFixture slot = new SlotFixture(1, SlotFixture.LOCK, this::gate).start()) {
      slot.put("same");
      await().until(() -> slot.queue.isHeld());

      ReceivedRecord given = slot.queue.open().acquire(Duration.ofSeconds(30)).getFirst();

      assertThat(given.deliveryCount()).isEqualTo(2);
      assertThat(slot.starts).hasValue(0);
      assertThat(slot.queue.renewals()).isZero();
    }
  }

  @Test
  void isTakenAgainOnceTheGateOpensAfterAll() {
    try (SlotFixture slot = new SlotFixture(1, SlotFixture.LOCK, this::gate).start()) {
      slot.put("same");
      await().until(() -> slot.queue.deliveries(0) == 1 && !slot.queue.isHeld());
      slot.put("same");

      opened.countDown();

      slot.awaitAccepted(2);
      assertThat(slot.queue.deliveries(0)).isEqualTo(2);
    }
  }

  @Test
  void isGivenBackAtOnceWhenTheWorkerDrains() {
    try (SlotFixture slot = new SlotFixture(1, LONG_LOCK, this::gate).start()) {
      slot.put("same");
      await().until(() -> slot.queue.isHeld());

      slot.drain.begin(LONG_LOCK);

      slot.awaitEnd();
      assertThat(slot.queue.isHeld()).isFalse();
      assertThat(slot.starts).hasValue(0);
    }
  }

  private boolean gate(Duration atMost) throws InterruptedException {
    return opened.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }
}
