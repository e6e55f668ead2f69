package dev.shardline.lag.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.lag.Age;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reported lag of a share group against what was truly not processed. */
class ShareGroupLagTest {

  private final LagScene scene = LagScene.open();

  @BeforeEach
  void createTopic() throws InterruptedException {
    scene.createTopic(1, Map.of());
    scene.beginAt("earliest");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void isAllThereIsWhenNoWorkerWasEverStarted() throws InterruptedException {
    Instant before = Instant.now().minusSeconds(1);
    scene.write(0, 7);

    GroupLag lag = scene.lag(scene.share());

    assertThat(lag.lag()).isEqualTo(Fact.known(7L));
    assertThat(lag.members()).isEqualTo(Fact.known(0));
    assertThat(lag.oldest().found().orElseThrow().orElseThrow().notBefore()).isAfter(before);
  }

  @Test
  void isZeroWhenThereIsNothingAndNoWorkerWasEverStarted() throws InterruptedException {
    assertThat(scene.lag(scene.share()).lag()).isEqualTo(Fact.known(0L));
  }

  @Test
  void isUnknownWhenWhatIsThereWillBeSkipped() throws InterruptedException {
    scene.beginAt("latest");
    scene.write(0, 7);

    GroupLag lag = scene.lag(scene.share());

    assertThat(lag.lag().problem().orElseThrow()).contains("latest").contains("skipped");
    assertThat(lag.oldest().problem()).isPresent();
  }

  @Test
  void isWhatIsLeftWhenAllWorkersStopped() throws InterruptedException {
    scene.write(0, 5);
    process(5);
    scene.write(0, 4);

    assertLag(4);
    assertThat(scene.lag(scene.share()).members()).isEqualTo(Fact.known(0));
  }

  @Test
  void isZeroWhenAllIsProcessed() throws InterruptedException {
    scene.write(0, 5);
    process(5);

    assertLag(0);
    assertThat(scene.lag(scene.share()).oldest()).isEqualTo(Fact.known(Optional.empty()));
  }

  @Test
  void countsWhatIsInFlightAndNotWhatWasDoneAfterIt() throws InterruptedException {
    scene.write(0, 10);
    try (var worker = scene.worker()) {
      LagScene.take(worker, 10, record -> record.offset() != 0);

      assertLag(1);
      GroupLag lag = scene.lag(scene.share());
      assertThat(lag.members()).isEqualTo(Fact.known(1));
      assertThat(lag.oldest().found().orElseThrow()).isPresent();
    }
  }

  @Test
  void tellsBetweenWhichTimesTheOldestWasWrittenWhenOthersAreDone() throws InterruptedException {
    scene.write(0, 1);
    Instant between = Instant.now();
    await().until(() -> Instant.now().isAfter(between.plusMillis(2)));
    scene.write(0, 9);
    try (var worker = scene.worker()) {
      LagScene.take(worker, 10, record -> record.offset() != 0);

      Age age = scene.lag(scene.share()).oldest().found().orElseThrow().orElseThrow();
      assertThat(age.notBefore()).isBeforeOrEqualTo(between);
      assertThat(age.notAfter()).isAfter(between);
      assertThat(age.isExact()).isFalse();
    }
  }

  @Test
  void countsWhatWasGivenBack() throws InterruptedException {
    scene.write(0, 4);
    try (var worker = scene.worker()) {
      int taken = 0;
      while (taken < 4) {
        for (var record : worker.poll(Duration.ofMillis(200))) {
          taken++;
          worker.acknowledge(
              record, record.offset() < 2 ? AcknowledgeType.ACCEPT : AcknowledgeType.RELEASE);
        }
        worker.commitSync();
        if (taken >= 4) {
          break;
        }
      }
    }

    assertLag(2);
  }

  @Test
  void isAllThereIsWhenTheGroupWasDeleted() throws InterruptedException {
    scene.write(0, 6);
    process(6);
    scene.write(0, 2);
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> {
          LagScene.await(scene.admin.deleteShareGroups(List.of(scene.group)).all());
          return true;
        });

    // Whoever comes now begins with the oldest record again.
    assertLag(8);
  }

  @Test
  void isWhatIsLeftOfATrimmedTopicThatNobodyReads() throws InterruptedException {
    scene.write(0, 9);
    scene.trim(0, 3);

    assertLag(6);
  }

  @Test
  void isNeverWrongWhenATopicWasTrimmedBeyondTheGroup() throws InterruptedException {
    scene.write(0, 3);
    process(3);
    scene.write(0, 9);
    scene.trim(0, 8);

    assertKnownOnlyAs(4);

    process(4);

    assertLag(0);
  }

  @Test
  void isNeverWrongWhenATopicWasTrimmedIntoWhatIsPartlyDone() throws InterruptedException {
    scene.write(0, 10);
    try (var worker = scene.worker()) {
      LagScene.take(worker, 10, record -> record.offset() != 0 && record.offset() != 7);
    }
    scene.trim(0, 5);

    assertKnownOnlyAs(1);
  }

  @Test
  void isAllThereIsWhenTheTopicWasRecreated() throws InterruptedException {
    scene.write(0, 6);
    process(6);
    scene.deleteTopic();
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> {
          scene.createTopic(1, Map.of());
          return true;
        });
    scene.write(0, 9);

    assertLag(9);
  }

  @Test
  void isUnknownWhenThereIsNoSuchTopic() throws InterruptedException {
    scene.deleteTopic();

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> scene.lag(scene.share()).lag().problem().isPresent());
    assertThat(scene.lag(scene.share()).lag().problem().orElseThrow())
        .contains("no topic")
        .contains(scene.topic);
  }

  @Test
  void countsPartitionsThatWereAdded() throws InterruptedException {
    scene.write(0, 3);
    process(3);
    scene.addPartitions(2);
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> {
          scene.write(1, 5);
          return true;
        });

    assertLag(5);
  }

  @Test
  void countsTheRecordsOfATopicThatWasCompacted() throws InterruptedException {
    scene.deleteTopic();
    CompactedTopic.fill(scene);

    assertLag(scene.records(Map.of(0, 0L), "read_uncommitted"));
  }

  @Test
  void doesNotCountTheMarksOfTransactions() throws InterruptedException {
    Transactions.write(scene);

    assertLag(scene.records(Map.of(0, 0L), "read_uncommitted"));
  }

  @Test
  void countsWhatACommittedReaderCanSee() throws InterruptedException {
    scene.setForGroup("share.isolation.level", "read_committed");
    Transactions.write(scene);

    assertLag(scene.records(Map.of(0, 0L), "read_committed"));
  }

  @Test
  void isNeverWrongWhileWhatTransactionsWroteIsPartlyDone() throws InterruptedException {
    Transactions.write(scene);
    long all = scene.records(Map.of(0, 0L), "read_uncommitted");
    try (var worker = scene.worker()) {
      LagScene.take(worker, (int) all, record -> record.offset() != 1);

      assertKnownOnlyAs(1);
    }
  }

  @Test
  void isZeroWhenAllThatTransactionsWroteIsDone() throws InterruptedException {
    Transactions.write(scene);
    process((int) scene.records(Map.of(0, 0L), "read_uncommitted"));

    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertKnownOnlyAs(0));
  }

  private void process(int count) {
    try (var worker = scene.worker()) {
      LagScene.take(worker, count, record -> true);
    }
  }

  /** The brokers may need a moment to notice what was done. */
  private void assertLag(long expected) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(scene.lag(scene.share()).lag()).isEqualTo(Fact.known(expected)));
  }

  private void assertKnownOnlyAs(long expected) throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      assertThat(scene.lag(scene.share()).lag().found())
          .isIn(Optional.empty(), Optional.of(expected));
    }
  }
}
