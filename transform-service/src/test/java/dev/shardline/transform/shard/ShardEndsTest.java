package dev.shardline.transform.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.RetryableException;
import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.attempt.AttemptNote;
import dev.shardline.transform.computation.StubTransformation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.Records;
import dev.shardline.transform.requeue.RecordingRequeuer.PutBack;
import dev.shardline.transform.result.RecordingPublisher;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ends of a shard other than a value or a failure for good. */
@Timeout(60)
class ShardEndsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:10Z");

  private final AtomicInteger starts = new AtomicInteger();
  private final CountDownLatch running = new CountDownLatch(1);
  private final RecordingPublisher published = new RecordingPublisher();
  private final WorkFixture fixture =
      new WorkFixture(
          published,
          () -> NOW,
          StubTransformation.of("endless", this::endless),
          StubTransformation.of("busy", this::busy),
          StubTransformation.of(
              "same",
              number -> {
                starts.incrementAndGet();
                return BigInteger.valueOf(number);
              }));
  private final JobId job = JobId.create();

  @Test
  void aShardBeyondItsTimeLimitFailsWithDeadline() throws Exception {
    CompletableFuture<Void> answered = begin(TestHold.of(record("endless", ",\"timeLimitMs\":1")));

    awaitStopping(fixture.running::stopOverdue, answered);

    assertThat(failure().failure().reason()).isEqualTo(Reason.DEADLINE);
    assertThat(failure().failure().message())
        .isEqualTo("endless of 5 was not computed within its time limit of 1 ms");
  }

  @Test
  void aDeadlineIsNotedBeforeItIsPublished() throws Exception {
    ReceivedRecord record = record("endless", ",\"timeLimitMs\":1");
    CompletableFuture<Void> answered = begin(TestHold.of(record));
    awaitStopping(fixture.running::stopOverdue, answered);

    AttemptHistory history =
        fixture.log.read(List.of(record)).getOrDefault(record.position(), AttemptHistory.NONE);

    assertThat(history.notes().get(1))
        .isInstanceOfSatisfying(
            AttemptNote.Verdict.class,
            verdict -> assertThat(verdict.failure()).isEqualTo(failure().failure()));
  }

  @Test
  void aShardWithinItsTimeLimitIsLeftAlone() throws Exception {
    CompletableFuture<Void> answered = begin(TestHold.of(record("endless", "")));
    running.await();

    fixture.running.stopOverdue();

    assertThat(answered).isNotDone();
    fixture.running.cancel(job);
    await().until(answered::isDone);
  }

  @Test
  void aShardOfACancelledJobIsNotBegun() throws Exception {
    fixture.cancelled.add(job, NOW);

    assertThat(fixture.work.process(TestHold.of(record("same", "")))).isCompleted();

    assertThat(starts).hasValue(0);
    assertThat(published.results())
        .singleElement()
        .isInstanceOfSatisfying(
            ShardResult.Cancelled.class,
            cancelled -> {
              assertThat(cancelled.number()).isEqualTo(5);
              assertThat(cancelled.transform()).isEqualTo("same");
            });
    assertThat(published.published()).hasSize(1);
  }

  @Test
  void aRunningShardStopsWhenItsJobIsCancelled() throws Exception {
    CompletableFuture<Void> answered = begin(TestHold.of(record("endless", "")));
    running.await();

    fixture.cancelled.add(job, NOW);

    await().until(answered::isDone);
    assertThat(published.results()).singleElement().isInstanceOf(ShardResult.Cancelled.class);
  }

  @Test
  void aRunningShardOfAnotherJobGoesOn() throws Exception {
    CompletableFuture<Void> answered = begin(TestHold.of(record("endless", "")));
    running.await();

    fixture.cancelled.add(JobId.create(), NOW);

    assertThat(answered).isNotDone();
    fixture.cancelled.add(job, NOW);
    await().until(answered::isDone);
  }

  @Test
  void aShardThatIsNoLongerOursIsNotAnswered() throws Exception {
    TestHold held = TestHold.of(record("endless", ""));
    CompletableFuture<Void> answered = begin(held);
    running.await();

    held.stop().request(Stop.Cause.NO_LONGER_OURS);

    await().until(answered::isCompletedExceptionally);
    assertThatThrownBy(answered::join).hasCauseInstanceOf(InterruptedException.class);
    assertThat(published.published()).isEmpty();
  }

  @Test
  void aFailureThatMayPassWaitsForItsNextAttempt() throws Exception {
    ReceivedRecord record = record("busy", "");

    assertThat(fixture.work.process(TestHold.of(record))).succeedsWithin(Duration.ofSeconds(30));

    assertThat(fixture.requeuer.records())
        .containsExactly(
            new PutBack(
                record,
                new Requeued(record.position(), 1, 0, 0),
                NOW.plus(WorkFixture.BACKOFF.after(1))));
    assertThat(published.published()).isEmpty();
  }

  @Test
  void aCopyThatWaitsMakesTheOriginalPass() throws Exception {
    ReceivedRecord record = record("busy", "");
    assertThat(fixture.work.process(TestHold.of(record))).succeedsWithin(Duration.ofSeconds(30));

    ReceivedRecord again = Records.of(2, json("busy", ""), List.of());
    AttemptHistory history =
        fixture.log.read(List.of(again)).getOrDefault(record.position(), AttemptHistory.NONE);
    TestHold held = new TestHold(again, history, new Stop(), true);

    assertThat(fixture.work.process(held)).isCompleted();
    assertThat(starts).hasValue(1);
    assertThat(fixture.requeuer.records()).hasSize(1);
    assertThat(published.published()).isEmpty();
  }

  @Test
  void aFailureThatDidNotPassFailsAfterTheLastAttempt() throws Exception {
    ReceivedRecord record =
        Records.of(1, json("busy", ""), Records.headers(new Requeued(Records.ORIGIN, 2, 0, 0)));

    assertThat(fixture.work.process(TestHold.of(record))).succeedsWithin(Duration.ofSeconds(30));

    assertThat(fixture.requeuer.records()).isEmpty();
    assertThat(failure().failure().reason()).isEqualTo(Reason.TRANSFORM_FAILED);
    assertThat(failure().failure().message())
        .isEqualTo("given up after 3 attempts, the last: busy of 5 failed: no licence");
    assertThat(failure().execution().attempt()).isEqualTo(3);
  }

  @Test
  void aRecordTooLargeToWaitFails() throws Exception {
    fixture.requeuer.refuse();

    assertThat(fixture.work.process(TestHold.of(record("busy", ""))))
        .succeedsWithin(Duration.ofSeconds(30));

    assertThat(failure().failure().message()).isEqualTo("busy of 5 failed: no licence");
  }

  @Test
  void aRecordThatCouldNotBePutBackIsLeftUnanswered() throws Exception {
    fixture.requeuer.refuse(new IllegalStateException("interrupted"));

    assertThat(fixture.work.process(TestHold.of(record("busy", ""))))
        .failsWithin(Duration.ofSeconds(30));

    assertThat(published.published()).isEmpty();
  }

  @Test
  void aDefectOfTheWorkerCountsAsAnAttempt() throws Exception {
    WorkFixture broken =
        new WorkFixture(
            published,
            () -> NOW,
            StubTransformation.of("same", number -> BigInteger.ONE)
                .needing(number -> {
                  throw new OutOfMemoryError("Java heap space");
                }));

    assertThat(broken.work.process(TestHold.of(record("same", ""))))
        .succeedsWithin(Duration.ofSeconds(30));

    assertThat(broken.requeuer.records()).hasSize(1);
  }

  @Test
  void aRecordThatWasDeliveredTooOftenIsRequeuedAtOnce() throws Exception {
    ReceivedRecord record = Records.of(5, json("same", ""), List.of());

    assertThat(fixture.work.process(TestHold.of(record))).succeedsWithin(Duration.ofSeconds(30));

    assertThat(starts).hasValue(0);
    assertThat(fixture.requeuer.records())
        .singleElement()
        .isEqualTo(new PutBack(record, new Requeued(record.position(), 1, 0, 0), null));
  }

  @Test
  void aSuspectIsNotedWhileItRunsAndForgottenAfterwards() throws Exception {
    ReceivedRecord record = Records.of(2, json("endless", ""), List.of());
    CompletableFuture<Void> answered = begin(TestHold.of(record));
    running.await();

    assertThat(fixture.log.read(List.of(record)))
        .containsEntry(
            record.position(),
            new AttemptHistory(new TreeMap<>(Map.of(2, new AttemptNote.Begun(true, "worker-1")))));

    fixture.running.cancel(job);
    await().until(answered::isDone);
    await().until(fixture.log::isEmpty);
  }

  @Test
  void aShardThatDiedBeforeIsAloneUntilItsAnswerIsDurableAndItsHistoryForgotten() throws Exception {
    WorkFixture two =
        new WorkFixture(
            2, published.holding(), () -> NOW, StubTransformation.of("same", BigInteger::valueOf));
    ReceivedRecord record = Records.of(3, json("same", ""), List.of());
    var _ =
        two.log.note(
            Records.of(2, json("same", ""), List.of()), new AttemptNote.Begun(false, "other"));
    AttemptHistory history =
        two.log.read(List.of(record)).getOrDefault(record.position(), AttemptHistory.NONE);

    CompletableFuture<Void> answered =
        begin(two.work, new TestHold(record, history, new Stop(), true));
    await().until(() -> published.results().size() == 1);
    assertThat(two.isolation.awaitTogether(Duration.ofMillis(50))).isFalse();
    published.confirmNext();

    await().until(() -> two.isolation.awaitTogether(Duration.ofMillis(50)));
    assertThat(two.log.isEmpty()).isTrue();
    await().until(answered::isDone);
  }

  @Test
  void aStuckComputationIsAnsweredInItsPlace() throws Exception {
    TestHold held = TestHold.of(record("endless", ",\"timeLimitMs\":7"));
    held.stop().request(Stop.Cause.DEADLINE);

    assertThat(fixture.work.answerStopped(held)).succeedsWithin(Duration.ofSeconds(30));

    assertThat(failure().failure().reason()).isEqualTo(Reason.DEADLINE);
  }

  private ShardResult.Failed failure() {
    assertThat(published.results()).singleElement().isInstanceOf(ShardResult.Failed.class);
    return (ShardResult.Failed) published.results().getFirst();
  }

  /** Asks until it is done: the limit of 1 ms may not be over at the first time. */
  private void awaitStopping(Runnable stopper, CompletableFuture<Void> answered)
      throws InterruptedException {
    running.await();
    await()
        .until(() -> {
          stopper.run();
          return answered.isDone();
        });
  }

  private CompletableFuture<Void> begin(HeldRecord held) {
    return begin(fixture.work, held);
  }

  private static CompletableFuture<Void> begin(ShardWork work, HeldRecord held) {
    CompletableFuture<Void> answered = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            work.process(held).join();
            answered.complete(null);
          } catch (InterruptedException | RuntimeException e) {
            answered.completeExceptionally(e);
          }
        });
    return answered;
  }

  private BigInteger endless(long number, CancellationToken token) throws InterruptedException {
    running.countDown();
    while (true) {
      token.throwIfCancelled();
      Thread.onSpinWait();
    }
  }

  private BigInteger busy(long number) throws RetryableException {
    starts.incrementAndGet();
    throw new RetryableException("no licence");
  }

  private ReceivedRecord record(String transform, String more) {
    return Records.of(1, json(transform, more), List.of());
  }

  private String json(String transform, String more) {
    return "{\"jobId\":\"%s\",\"number\":5,\"transform\":\"%s\"%s}".formatted(job, transform, more);
  }
}
