package dev.shardline.ingest.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnconfirmedShardsTest {

  private final UnconfirmedShards unconfirmed = new UnconfirmedShards(2);
  private final List<CompletableFuture<Void>> sent = new CopyOnWriteArrayList<>();

  @Test
  void waitsForRoomBeforeItSends() throws InterruptedException {
    Thread sender = Thread.ofVirtual().start(() -> uninterrupted(() -> send(3)));
    await().until(() -> sender.getState() == Thread.State.WAITING);
    assertThat(sent).hasSize(2);

    sent.getFirst().complete(null);

    sender.join();
    assertThat(sent).hasSize(3);
  }

  @Test
  void waitsUntilAllIsDurable() throws InterruptedException {
    send(2);
    Thread waiter = Thread.ofVirtual().start(() -> uninterrupted(unconfirmed::awaitAll));
    sent.get(1).complete(null);
    await().until(() -> waiter.getState() == Thread.State.WAITING);

    sent.get(0).complete(null);

    waiter.join();
  }

  @Test
  void reportsAtTheEndWhatFailed() throws InterruptedException {
    send(2);
    sent.get(0).completeExceptionally(new IllegalStateException("refused"));
    sent.get(1).complete(null);

    assertThatThrownBy(unconfirmed::awaitAll)
        .isInstanceOf(UnpublishedShardException.class)
        .hasMessageContaining("refused");
  }

  @Test
  void sendsNothingMoreAfterAFailure() throws InterruptedException {
    send(1);
    sent.getFirst().completeExceptionally(new IllegalStateException("refused"));

    assertThatThrownBy(() -> send(1)).isInstanceOf(UnpublishedShardException.class);

    assertThat(sent).hasSize(1);
  }

  private void send(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      unconfirmed.send(() -> {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        sent.add(stage);
        return stage;
      });
    }
  }

  private static void uninterrupted(Interruptible action) {
    try {
      action.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface Interruptible {
    void run() throws InterruptedException;
  }
}
