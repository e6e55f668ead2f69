package dev.shardline.transform.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private final AtomicLong requested = new AtomicLong();
  private final List<String> taken = new ArrayList<>();
  private final CompletableFuture<Void> room = new CompletableFuture<>();
  private final Intake<String> intake =
      new Intake<>(item -> {
        taken.add(item);
        return room;
      });

  @Test
  void asksForOneItemAtFirst() {
    intake.onSubscribe(subscription());

    assertThat(requested).hasValue(1);
  }

  @Test
  void asksForTheNextOnceThereIsRoom() {
    intake.onSubscribe(subscription());
    intake.onNext("first");
    assertThat(requested).hasValue(1);

    room.complete(null);

    assertThat(requested).hasValue(2);
    assertThat(taken).containsExactly("first");
  }

  private Flow.Subscription subscription() {
    return new Flow.Subscription() {
      @Override
      public void request(long more) {
        requested.addAndGet(more);
      }

      @Override
      public void cancel() {
        throw new AssertionError("an intake ends with its stream");
      }
    };
  }
}
