package dev.shardline.transform.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BacklogTest {

  private static final long MANY_BYTES = 1_000_000;

  private final Progress progress = new Progress(0);
  private long offset;

  @Test
  void givesWhatWaitedLongestFirst() throws InterruptedException {
    Backlog backlog = new Backlog(10, MANY_BYTES);
    List<Delivery> some = deliveries(3, 10);
    backlog.add(some);

    assertThat(List.of(next(backlog), next(backlog), next(backlog))).isEqualTo(some);
  }

  @Test
  void hasNothingToGiveWhenAllWereGiven() throws InterruptedException {
    Backlog backlog = new Backlog(10, MANY_BYTES);
    backlog.add(deliveries(1, 10));
    next(backlog);

    assertThat(backlog.next(Duration.ofMillis(1))).isNull();
  }

  @Test
  void hasRoomUntilThereAreTooMany() {
    Backlog backlog = new Backlog(3, MANY_BYTES);

    assertThat(hasRoom(backlog.add(deliveries(2, 10)))).isTrue();
    assertThat(hasRoom(backlog.add(deliveries(1, 10)))).isFalse();
  }

  @Test
  void hasRoomUntilTheyAreTooLarge() {
    Backlog backlog = new Backlog(1000, MANY_BYTES);

    assertThat(hasRoom(backlog.add(deliveries(1, 600_000)))).isTrue();
    assertThat(hasRoom(backlog.add(deliveries(1, 600_000)))).isFalse();
  }

  @Test
  void hasRoomAgainOnceEnoughHaveLeft() throws InterruptedException {
    Backlog backlog = new Backlog(2, MANY_BYTES);
    List<Delivery> some = deliveries(3, 10);
    CompletionStage<Void> room = backlog.add(some);
    next(backlog);
    assertThat(hasRoom(room)).as("that one is computed is no room").isFalse();

    backlog.left(some.get(0));
    assertThat(hasRoom(room)).isFalse();
    backlog.left(some.get(1));

    assertThat(hasRoom(room)).isTrue();
    assertThat(backlog.size()).isEqualTo(1);
  }

  @Test
  void hasRoomAgainOnceALargeOneHasLeft() {
    Backlog backlog = new Backlog(1000, MANY_BYTES);
    List<Delivery> large = deliveries(1, 2_000_000);
    CompletionStage<Void> room = backlog.add(large);

    backlog.left(large.getFirst());

    assertThat(hasRoom(room)).isTrue();
  }

  @Test
  void givesNoneThatWasWithdrawn() throws InterruptedException {
    Backlog backlog = new Backlog(2, MANY_BYTES);
    List<Delivery> some = deliveries(3, 10);
    CompletionStage<Void> room = backlog.add(some);

    backlog.withdrawn(some.subList(0, 2));

    assertThat(hasRoom(room)).isTrue();
    assertThat(next(backlog)).isEqualTo(some.get(2));
    assertThat(backlog.size()).isEqualTo(1);
  }

  @Test
  void givesOneThatIsToBeBegunOnceMoreAndDoesNotCountItTwice() throws InterruptedException {
    Backlog backlog = new Backlog(2, MANY_BYTES);
    backlog.add(deliveries(1, 10));
    Delivery again = next(backlog).failed();

    backlog.again(again);

    assertThat(next(backlog)).isEqualTo(again);
    assertThat(backlog.size()).isEqualTo(1);
  }

  private List<Delivery> deliveries(int count, int bytes) {
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      deliveries.add(
          new Delivery(
              PartitionRecords.record(PartitionRecords.PARTITION, offset++, "x".repeat(bytes)),
              progress));
    }
    return deliveries;
  }

  private static Delivery next(Backlog backlog) throws InterruptedException {
    return Objects.requireNonNull(backlog.next(Duration.ofSeconds(30)));
  }

  private static boolean hasRoom(CompletionStage<Void> room) {
    return room.toCompletableFuture().isDone();
  }
}
