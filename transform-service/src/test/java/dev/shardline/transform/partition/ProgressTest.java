package dev.shardline.transform.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProgressTest {

  private static final int GENERATION = 7;

  private final Progress progress = new Progress(GENERATION);

  @Test
  void hasNothingToCommitBeforeAnythingIsAnswered() {
    received(3, 4);

    assertThat(progress.toCommit()).isEmpty();
  }

  @Test
  void commitsUpToTheFirstThatIsNotAnswered() {
    List<Delivery> all = received(3, 4, 5);

    assertThat(progress.answered(all.get(2))).isTrue();
    assertThat(progress.toCommit()).isEmpty();
    assertThat(progress.answered(all.get(0))).isTrue();
    assertThat(progress.toCommit()).hasValue(4);
    assertThat(progress.answered(all.get(1))).isTrue();
    assertThat(progress.toCommit()).hasValue(6);
  }

  @Test
  void commitsAnOffsetOnce() {
    progress.answered(received(3).getFirst());

    progress.committed(4);

    assertThat(progress.toCommit()).isEmpty();
  }

  @Test
  void commitsAcrossOffsetsThatHaveNoRecord() {
    List<Delivery> all = received(3, 90);

    progress.answered(all.get(0));
    assertThat(progress.toCommit()).hasValue(90);
    progress.answered(all.get(1));
    assertThat(progress.toCommit()).hasValue(91);
  }

  @Test
  void holdsNoMoreThanWhatIsNotAnswered() {
    received(0);
    for (long offset = 1; offset <= 100_000; offset++) {
      progress.answered(received(offset).getFirst());
    }

    assertThat(progress.unanswered()).isEqualTo(1);
    assertThat(progress.toCommit()).isEmpty();
  }

  @Test
  void takesNothingThatWasReadBeforeThePartitionWasRevokedAndAssignedAgain() {
    assertThat(progress.received(GENERATION - 1, PartitionRecords.at(500))).isEmpty();

    List<Delivery> again = received(300);
    progress.answered(again.getFirst());

    assertThat(progress.toCommit()).hasValue(301);
  }

  @Test
  void takesWhatIsReadAfterARebalanceThatLeftItThePartition() {
    assertThat(progress.received(GENERATION + 1, PartitionRecords.at(3))).hasSize(1);
  }

  @Test
  void takesARecordOnceWhileItIsNotAnswered() {
    received(3, 4);

    assertThat(received(3)).isEmpty();
  }

  @Test
  void goesBackWithAConsumerThatGoesBack() {
    List<Delivery> all = received(8, 9);
    all.forEach(progress::answered);

    List<Delivery> again = received(2);

    assertThat(progress.toCommit()).hasValue(2);
    progress.answered(again.getFirst());
    assertThat(progress.toCommit()).hasValue(3);
  }

  @Test
  void takesBackWhatHasNotBegunAndStopsWhatRuns() {
    List<Delivery> all = received(3, 4, 5);
    all.get(0).begin();
    all.get(1).begin();
    all.get(1).claim();

    assertThat(progress.close(true)).containsExactly(all.get(2));

    assertThat(all.get(0).stop().isCancelled()).isTrue();
    assertThat(all.get(0).claim()).isFalse();
    assertThat(all.get(1).stop().isCancelled()).isFalse();
    assertThat(all.get(2).begin()).isFalse();
    assertThat(received(6)).isEmpty();
  }

  @Test
  void commitsWhatBecomesDurableUntilThePartitionIsAnothers() {
    List<Delivery> all = received(3, 4);
    all.forEach(delivery -> {
      delivery.begin();
      delivery.claim();
    });
    progress.close(true);

    assertThat(progress.answered(all.get(0))).isTrue();
    assertThat(progress.toCommit()).hasValue(4);
    progress.revoke();

    assertThat(progress.answered(all.get(1))).isFalse();
    assertThat(progress.toCommit()).isEmpty();
  }

  @Test
  void waitsForAnswersThatAreOnTheirWayAndForNothingElse() throws Exception {
    List<Delivery> all = received(3, 4);
    all.forEach(Delivery::begin);
    assertThat(progress.awaitAnswers(Duration.ofMinutes(1))).isTrue();
    all.get(1).claim();
    assertThat(progress.awaitAnswers(Duration.ofMillis(1))).isFalse();

    CompletableFuture<Void> later = CompletableFuture.runAsync(() -> progress.answered(all.get(1)));

    assertThat(progress.awaitAnswers(Duration.ofMinutes(1))).isTrue();
    later.join();
  }

  @Test
  void beginsARecordOnceMoreInItsPlace() {
    Delivery first = received(3).getFirst();
    first.begin();
    Delivery again = first.failed();

    assertThat(progress.again(first, again)).isTrue();

    assertThat(progress.answered(first)).as("a late answer of the one that failed").isFalse();
    assertThat(again.begin()).isTrue();
    assertThat(progress.answered(again)).isTrue();
    assertThat(progress.toCommit()).hasValue(4);
  }

  @Test
  void beginsNothingOnceMoreAfterTheEnd() {
    Delivery first = received(3).getFirst();
    progress.close(false);

    assertThat(progress.again(first, first.failed())).isFalse();
  }

  private List<Delivery> received(long... offsets) {
    return progress.received(GENERATION, PartitionRecords.at(offsets));
  }
}
