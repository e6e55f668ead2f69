package dev.shardline.transform.partition;

import static dev.shardline.transform.partition.PartitionRecords.ANOTHER;
import static dev.shardline.transform.partition.PartitionRecords.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.transform.result.RecordingPublisher;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PartitionCrewTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void goesOnComputingWhileAnswersBecomeDurable() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher().holding())) {
      crew.receive("same", "same", "same");

      crew.awaitPublished(3);

      assertThat(crew.committed).isEmpty();
      confirm(crew, 3);
    }
  }

  @Test
  void commitsWhatIsDurableAndNothingElse() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher().holding())) {
      crew.receive("same", "same", "same");
      crew.awaitPublished(3);

      crew.published.confirmNext();
      crew.awaitCommitted(1);
      assertThat(crew.tally.held()).isEqualTo(2);
      confirm(crew, 2);

      crew.awaitCommitted(3);
      assertThat(crew.tally.answers().done()).isEqualTo(3);
    }
  }

  @Test
  void hasRoomForMoreOnlyOnceAnswersAreDurable() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher().holding())) {
      String[] same = same(CrewFixture.MAX_RECORDS + 1);
      CompletionStage<Void> room = crew.receive(same);
      crew.awaitPublished(same.length);
      assertThat(room.toCompletableFuture()).isNotDone();

      confirm(crew, 2);

      room.toCompletableFuture().get(30, TimeUnit.SECONDS);
      confirm(crew, same.length - 2);
    }
  }

  @Test
  void aLongShardHoldsUpNoneOfItsPartition() throws Exception {
    int others = 20 * CrewFixture.MAX_RECORDS;
    try (CrewFixture crew = new CrewFixture(2, new RecordingPublisher())) {
      crew.receive("waiting");
      for (int i = 0; i < others; i++) {
        crew.receive("same").toCompletableFuture().get(30, TimeUnit.SECONDS);
      }
      crew.awaitPublished(others);
      assertThat(crew.committed).as("the long one is the first").isEmpty();

      crew.letOneFinish();

      crew.awaitCommitted(others + 1);
    }
  }

  @Test
  void runsAsManyOfAPartitionAsThereAreSlots() throws Exception {
    try (CrewFixture crew = new CrewFixture(3, new RecordingPublisher())) {
      crew.receive("waiting", "waiting", "waiting", "waiting");

      crew.awaitStarts(3);

      crew.letOneFinish();
      crew.awaitStarts(4);
    }
  }

  @Test
  void answersABadShardAndGoesOn() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher())) {
      crew.receive("unheard-of", "same");

      crew.awaitCommitted(2);

      assertThat(crew.tally.answers().failed()).isEqualTo(1);
      assertThat(crew.tally.answers().done()).isEqualTo(1);
    }
  }

  @Test
  void triesAShardAgainWhoseAnswerWasNotPublished() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher().holding())) {
      crew.receive("same", "same");
      crew.awaitPublished(2);
      crew.published.refuseNext();
      crew.published.confirmNext();

      crew.awaitPublished(3);
      assertThat(crew.committed).isEmpty();
      assertThat(crew.meter.counted()).contains("given back");
      crew.published.confirmNext();

      crew.awaitCommitted(2);
      crew.awaitEmpty();
    }
  }

  @Test
  void commitsAgainWhatTheBrokerDidNotTake() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher())) {
      crew.refusedCommits.set(3);

      crew.receive("same");

      crew.awaitCommitted(1);
      assertThat(crew.refusedCommits).hasValue(0);
    }
  }

  @Test
  void beginsNothingBeforeTheGateIsOpen() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (CrewFixture crew =
        new CrewFixture(
            1,
            new RecordingPublisher(),
            atMost -> gate.await(atMost.toNanos(), TimeUnit.NANOSECONDS))) {
      crew.receive("same");
      // Longer than a turn at the gate.
      assertThat(gate.await(300, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(crew.starts).hasValue(0);
      assertThat(crew.tally.held()).as("it came to no slot yet").isZero();

      gate.countDown();

      crew.awaitCommitted(1);
    }
  }

  @Test
  void aShardThatDoesNotStopIsAnsweredAllTheSameAndOthersGoOn() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher())) {
      crew.receive("stubborn", "same");
      crew.awaitStarts(1);

      crew.cancel(0);

      crew.awaitCommitted(2);
      assertThat(crew.tally.answers().cancelled()).isEqualTo(1);
      assertThat(crew.tally.answers().done()).isEqualTo(1);
      assertThat(crew.crew.isSound()).as("within a minute its core may be given back").isTrue();

      crew.letOneFinish();
      crew.awaitEmpty();
      assertThat(crew.published.results()).as("the value comes too late").hasSize(2);
    }
  }

  @Test
  void aShardThatStopsIsAnsweredOnce() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher())) {
      crew.receive("waiting", "same");
      crew.awaitStarts(1);

      crew.cancel(0);

      crew.awaitCommitted(2);
      assertThat(crew.interruptions).hasValue(1);
      assertThat(crew.published.results()).hasSize(2);
      assertThat(crew.tally.answers().cancelled()).isEqualTo(1);
    }
  }

  @Test
  void aDrainFinishesWhatRunsAndBeginsNothingMore() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher().holding())) {
      crew.receive("waiting", "same");
      crew.awaitStarts(1);

      crew.drain.begin(LONG);
      CompletableFuture<Void> end = inBackground(crew.crew::awaitEnd);
      crew.letOneFinish();
      crew.awaitPublished(1);
      assertThat(end).as("the answer is not durable").isNotDone();
      crew.published.confirmNext();

      end.get(30, TimeUnit.SECONDS);
      assertThat(crew.committed).containsEntry(PARTITION, 1L);
      assertThat(crew.starts).hasValue(1);
      assertThat(crew.interruptions).hasValue(0);
    }
  }

  @Test
  void aDrainThatIsOverStopsWhatRunsAndAnswersNothing() throws Exception {
    try (CrewFixture crew = new CrewFixture(2, new RecordingPublisher())) {
      crew.receive("waiting", "stubborn");
      crew.awaitStarts(2);

      crew.drain.begin(Duration.ZERO);
      crew.crew.awaitEnd();

      await().atMost(Duration.ofSeconds(30)).until(() -> crew.interruptions.get() == 1);
      crew.letOneFinish();
      crew.awaitEmpty();
      assertThat(crew.published.results()).isEmpty();
      assertThat(crew.committed).isEmpty();
      assertThat(Collections.frequency(crew.meter.counted(), "given back")).isEqualTo(2);
    }
  }

  @Test
  void aRevokedPartitionIsLeftToAnotherWorker() throws Exception {
    try (CrewFixture crew = new CrewFixture(2, new RecordingPublisher())) {
      crew.receive("same", "waiting", "waiting", "same");
      crew.awaitStarts(3);
      crew.awaitPublished(1);

      crew.crew.revoked(List.of(PARTITION), crew::commit);

      assertThat(crew.committed).containsEntry(PARTITION, 1L);
      crew.awaitEmpty();
      assertThat(crew.interruptions).hasValue(2);
      assertThat(crew.published.results()).hasSize(1);
      assertThat(Collections.frequency(crew.meter.counted(), "lost")).isEqualTo(2);
    }
  }

  @Test
  void aShardOfARevokedPartitionThatDoesNotStopHoldsUpNoOther() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher())) {
      crew.receive("stubborn");
      crew.awaitStarts(1);
      crew.crew.revoked(List.of(PARTITION), crew::commit);
      crew.crew.assigned(List.of(ANOTHER), CrewFixture.GENERATION);

      crew.receive(ANOTHER, "same");

      await().atMost(Duration.ofSeconds(30)).until(() -> crew.committed.containsKey(ANOTHER));
      crew.letOneFinish();
      crew.awaitEmpty();
      assertThat(crew.published.results()).hasSize(1);
    }
  }

  @Test
  void aRevocationWaitsForAnswersOnTheirWay() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher().holding())) {
      crew.receive("same");
      crew.awaitPublished(1);

      CompletableFuture<Void> end =
          inBackground(() -> crew.crew.revoked(List.of(PARTITION), crew::commit));
      crew.published.confirmNext();

      end.get(30, TimeUnit.SECONDS);
      assertThat(crew.committed).containsEntry(PARTITION, 1L);
    }
  }

  @Test
  void anAnswerThatComesAfterTheRevocationIsNotCommitted() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher().holding())) {
      crew.receive("same");
      crew.awaitPublished(1);

      crew.crew.revoked(List.of(PARTITION), crew::commit);
      crew.published.confirmNext();

      crew.awaitEmpty();
      assertThat(crew.committed).isEmpty();
      assertThat(crew.meter.counted()).endsWith("lost");
    }
  }

  @Test
  void whatIsLeftOfARebalanceGoesOn() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher())) {
      crew.crew.assigned(List.of(ANOTHER), CrewFixture.GENERATION + 1);

      crew.crew.revoked(List.of(ANOTHER), crew::commit);
      crew.receive("same");

      crew.awaitCommitted(1);
    }
  }

  @Test
  void takesNothingOfAPartitionThatIsAnothers() throws Exception {
    try (CrewFixture crew = new CrewFixture(1, new RecordingPublisher())) {
      crew.receive(ANOTHER, "same");
      crew.receive("same");

      crew.awaitPublished(1);
      crew.awaitEmpty();

      assertThat(crew.starts).hasValue(1);
    }
  }

  private static void confirm(CrewFixture crew, int count) {
    for (int i = 0; i < count; i++) {
      crew.published.confirmNext();
    }
  }

  private static String[] same(int count) {
    return Collections.nCopies(count, "same").toArray(String[]::new);
  }

  private static CompletableFuture<Void> inBackground(Waiting action) {
    return CompletableFuture.runAsync(() -> {
      try {
        action.run();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** What may wait. */
  @FunctionalInterface
  private interface Waiting {

    void run() throws InterruptedException;
  }
}
