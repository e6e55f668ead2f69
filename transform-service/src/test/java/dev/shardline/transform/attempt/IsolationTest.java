package dev.shardline.transform.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IsolationTest {

  private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
  private final Isolation isolation = new Isolation(2);

  @AfterEach
  void stop() {
    others.shutdownNow();
  }

  @Test
  void letsShardsBeComputedTogether() throws Exception {
    try (var one = isolation.stay();
        var other = isolation.stay()) {
      one.enter(false);
      other.enter(false);
      assertThat(one.isAlone()).isFalse();
      assertThat(other.isAlone()).isFalse();
    }
  }

  @Test
  void letsOneBeAloneOnceTheOthersHaveEnded() throws Exception {
    CompletableFuture<Boolean> alone;
    try (var running = isolation.stay()) {
      running.enter(false);
      assertThat(running.isAlone()).isFalse();
      alone = enter(true);
      await().until(() -> !isolation.awaitTogether(Duration.ofMillis(1)));
      assertThat(alone).isNotDone();
    }

    await().until(alone::isDone);
    assertThat(alone).isCompletedWithValue(true);
  }

  @Test
  void keepsTheOthersOutWhileOneIsAlone() throws Exception {
    CompletableFuture<Boolean> other;
    try (var running = isolation.stay()) {
      running.enter(true);
      assertThat(running.isAlone()).isTrue();
      other = enter(false);
      assertThat(others.submit(() -> isolation.awaitTogether(Duration.ofMillis(1))).get())
          .isFalse();
      assertThat(other).isNotDone();
    }

    await().until(other::isDone);
    assertThat(isolation.awaitTogether(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void findsTheOnlySlotAloneAnyway() throws Exception {
    try (var stay = new Isolation(1).stay()) {
      stay.enter(false);
      assertThat(stay.isAlone()).isTrue();
    }
  }

  private CompletableFuture<Boolean> enter(boolean alone) {
    CompletableFuture<Boolean> entered = new CompletableFuture<>();
    others.execute(() -> {
      try (var stay = isolation.stay()) {
        stay.enter(alone);
        entered.complete(stay.isAlone());
      } catch (InterruptedException e) {
        entered.completeExceptionally(e);
      }
    });
    return entered;
  }
}
