package dev.shardline.lag.cluster;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.lag.Age;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reported lag of a consumer group against what was truly not processed. */
class ConsumerGroupLagTest {

  private final LagScene scene = LagScene.open();
  private final WatchedGroup earliest = scene.consumerGroup(StartPolicy.EARLIEST);

  @BeforeEach
  void createTopic() throws InterruptedException {
    scene.createTopic(2, Map.of());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void isAllThereIsWhenNoWorkerWasEverStarted() throws InterruptedException {
    scene.write(0, 3);
    scene.write(1, 4);

    assertThat(scene.lag(earliest).lag()).isEqualTo(Fact.known(7L));
  }

  @Test
  void isUnknownWhenNobodySaysWhereAGroupBegins() throws InterruptedException {
    scene.write(0, 3);
    scene.consume(Map.of(1, 0));

    GroupLag lag = scene.lag(scene.consumerGroup(StartPolicy.UNKNOWN));

    assertThat(lag.lag().problem().orElseThrow()).contains(scene.topic + "-0").contains("earliest");
    assertThat(lag.partitions().get(1).lag()).isEqualTo(Fact.known(0L));
  }

  @Test
  void isWhatIsLeftWhenAllWorkersStopped() throws InterruptedException {
    scene.write(0, 10);
    scene.write(1, 4);
    scene.consume(Map.of(0, 7, 1, 4));

    GroupLag lag = scene.lag(scene.consumerGroup(StartPolicy.UNKNOWN));

    assertThat(lag.lag()).isEqualTo(Fact.known(3L));
    assertThat(lag.members()).isEqualTo(Fact.known(0));
    assertThat(lag.oldest().found().orElseThrow()).isPresent();
  }

  @Test
  void findsOutItselfWhatAGroupProcesses() throws InterruptedException {
    scene.write(0, 10);
    scene.consume(Map.of(0, 4, 1, 0));

    GroupLag lag =
        scene.lag(new WatchedGroup(scene.group, earliest.kind(), List.of(), StartPolicy.UNKNOWN));

    assertThat(lag.lag()).isEqualTo(Fact.known(6L));
  }

  @Test
  void isUnknownWhenNothingSaysWhatAGroupProcesses() throws InterruptedException {
    GroupLag lag =
        scene.lag(new WatchedGroup(scene.group, earliest.kind(), List.of(), StartPolicy.EARLIEST));

    assertThat(lag.lag().problem().orElseThrow()).contains("configure its topics");
  }

  @Test
  void isAllThereIsWhenTheGroupWasDeleted() throws InterruptedException {
    scene.write(0, 6);
    scene.consume(Map.of(0, 6));
    LagScene.await(scene.admin.deleteConsumerGroups(List.of(scene.group)).all());
    scene.write(0, 2);

    assertThat(scene.lag(earliest).lag()).isEqualTo(Fact.known(8L));
  }

  @Test
  void isWhatIsLeftWhenATopicWasTrimmedBeyondTheGroup() throws InterruptedException {
    scene.write(0, 9);
    scene.consume(Map.of(0, 2, 1, 0));
    scene.trim(0, 5);

    assertThat(scene.lag(earliest).lag()).isEqualTo(Fact.known(4L));
    assertThat(scene.lag(scene.consumerGroup(StartPolicy.LATEST)).lag().problem()).isPresent();
  }

  @Test
  void isWhatIsLeftWhenATopicWasTrimmedBeforeTheGroup() throws InterruptedException {
    scene.write(0, 9);
    scene.consume(Map.of(0, 5, 1, 0));
    scene.trim(0, 3);

    assertThat(scene.lag(earliest).lag()).isEqualTo(Fact.known(4L));
  }

  @Test
  void isAllThereIsWhenTheTopicWasRecreated() throws InterruptedException {
    scene.write(0, 6);
    scene.consume(Map.of(0, 6));
    recreateTopic();
    scene.write(0, 9);

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(scene.lag(earliest).lag()).isEqualTo(Fact.known(9L)));
  }

  @Test
  void tellsTheAgeOfWhatIsThereOnceTheTopicWasRecreated() throws InterruptedException {
    scene.write(0, 1);
    scene.lag(earliest);
    recreateTopic();
    Instant recreated = Instant.now();
    scene.write(0, 1);

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> {
          Age oldest = scene.lag(earliest).oldest().found().orElseThrow().orElseThrow();
          assertThat(oldest.notBefore()).isAfterOrEqualTo(recreated.truncatedTo(MILLIS));
        });
  }

  @Test
  void countsAnewWhatWasWrittenInTransactionsOnceTheTopicWasRecreated()
      throws InterruptedException {
    Transactions.write(scene);
    assertThat(scene.lag(earliest).lag())
        .isEqualTo(Fact.known(scene.records(Map.of(0, 0L), "read_uncommitted")));
    recreateTopic();
    scene.write(0, 100);

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(scene.lag(earliest).lag()).isEqualTo(Fact.known(100L)));
  }

  @Test
  void countsPartitionsThatWereAdded() throws InterruptedException {
    scene.write(0, 3);
    scene.consume(Map.of(0, 3, 1, 0));
    scene.addPartitions(3);
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> {
          scene.write(2, 5);
          return true;
        });

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(scene.lag(earliest).lag()).isEqualTo(Fact.known(5L)));
    assertThat(scene.lag(scene.consumerGroup(StartPolicy.UNKNOWN)).lag().problem().orElseThrow())
        .contains(scene.topic + "-2");
  }

  @Test
  void countsTheRecordsOfATopicThatWasCompacted() throws InterruptedException {
    scene.deleteTopic();
    CompactedTopic.fill(scene);

    assertThat(scene.lag(earliest).lag())
        .isEqualTo(Fact.known(scene.records(Map.of(0, 0L), "read_uncommitted")));
  }

  @Test
  void doesNotCountTheMarksOfTransactions() throws InterruptedException {
    Transactions.write(scene);
    scene.consume(Map.of(0, 6, 1, 0));

    assertThat(scene.lag(earliest).lag())
        .isEqualTo(Fact.known(scene.records(Map.of(0, 6L), "read_uncommitted")));
  }

  @Test
  void countsWhatACommittedReaderCanSee() throws InterruptedException {
    Transactions.write(scene);

    WatchedGroup committed =
        new WatchedGroup(
            scene.group, earliest.kind(), List.of(scene.topic), StartPolicy.EARLIEST, true);

    assertThat(scene.lag(committed).lag())
        .isEqualTo(Fact.known(scene.records(Map.of(0, 0L), "read_committed")))
        .isEqualTo(Fact.known(12L));
  }

  private void recreateTopic() throws InterruptedException {
    scene.deleteTopic();
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> {
          scene.createTopic(2, Map.of());
          return true;
        });
  }

  @Test
  void takesAGroupForWhatItIs() throws InterruptedException {
    scene.write(0, 3);
    scene.consume(Map.of(0, 1, 1, 0));

    GroupLag lag = scene.lag(scene.share());

    assertThat(lag.kind()).isEqualTo(earliest.kind());
    assertThat(lag.lag()).isEqualTo(Fact.known(2L));
  }
}
