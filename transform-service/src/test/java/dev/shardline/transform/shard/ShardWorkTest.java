package dev.shardline.transform.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.transform.Transformation;
import dev.shardline.transform.computation.StubTransformation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecord.Header;
import dev.shardline.transform.result.RecordingPublisher;
import dev.shardline.transform.result.RecordingPublisher.Published;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShardWorkTest {

  private static final Instant SENT = Instant.parse("2026-01-02T03:04:05Z");

  private static final RecordPosition POSITION = new RecordPosition("shards", 2, 17, SENT);

  private final RecordingPublisher published = new RecordingPublisher();
  private final AtomicInteger starts = new AtomicInteger();
  private Instant now = SENT.plusMillis(40);

  @Test
  void answersAShardWithItsValue() throws Exception {
    JobId job = JobId.create();
    String json =
        "{\"jobId\":\"%s\",\"index\":3,\"count\":9,\"number\":42,\"transform\":\"same\"}"
            .formatted(job);

    CompletableFuture<ShardEnd> answered = work().process(TestHold.of(record(json, 2)));

    assertThat(answered).isCompleted();
    assertThat(published.results())
        .singleElement()
        .isInstanceOfSatisfying(
            ShardResult.Done.class,
            done -> {
              assertThat(done.id()).isEqualTo(new ShardId(job, 3, 9));
              assertThat(done.transform()).isEqualTo("same");
              assertThat(done.number()).isEqualTo(42);
              assertThat(done.value().leading()).isEqualTo("42");
              assertThat(done.execution())
                  .isEqualTo(
                      new Execution(
                          2, "worker-1", Duration.ofMillis(40), Duration.ofMillis(7), "java"));
            });
    assertThat(published.published()).hasSize(1);
  }

  @Test
  void completesOnceTheValueIsDurable() throws Exception {
    CompletableFuture<ShardEnd> answered =
        work(published.holding()).process(TestHold.of(record(number(42), 1)));
    assertThat(answered).isNotDone();

    published.confirmNext();

    assertThat(answered).isCompleted();
  }

  @Test
  void completesAFailureOnceTheDeadLetterAndThenTheResultAreDurable() throws Exception {
    CompletableFuture<ShardEnd> answered =
        work(published.holding()).process(TestHold.of(record("no JSON", 1)));
    assertThat(published.published()).singleElement().isInstanceOf(Published.Letter.class);

    published.confirmNext();
    assertThat(published.published()).hasSize(2).last().isInstanceOf(Published.Result.class);
    assertThat(answered).isNotDone();

    published.confirmNext();
    assertThat(answered).isCompleted();
  }

  @Test
  void publishesNoResultWithoutItsDeadLetter() throws Exception {
    CompletableFuture<ShardEnd> answered =
        work(published.holding()).process(TestHold.of(record("no JSON", 1)));

    published.refuseNext();

    assertThat(answered).isCompletedExceptionally();
    assertThat(published.results()).isEmpty();
  }

  @Test
  void keepsTheRecordOfADeadLetterAsItCame() throws Exception {
    ReceivedRecord record = record("no JSON", 2);

    answer(record);

    assertThat(published.published())
        .first()
        .isInstanceOfSatisfying(
            Published.Letter.class,
            letter -> {
              assertThat(letter.record()).isSameAs(record);
              assertThat(letter.cause().origin()).isEqualTo(POSITION);
              assertThat(letter.cause().attempts()).isEqualTo(2);
              assertThat(letter.cause().worker()).isEqualTo("worker-1");
              assertThat(letter.cause().at()).isAfter(SENT);
            });
  }

  @Test
  void namesTheFailureAlikeInResultAndDeadLetter() throws Exception {
    answer(record("{\"number\":-1}", 1));

    DeadLetter cause = ((Published.Letter) published.published().getFirst()).cause();
    ShardResult.Failed failed = (ShardResult.Failed) published.results().getFirst();
    assertThat(failed.failure()).isEqualTo(cause.failure());
    assertThat(failed.id().key()).isEqualTo(cause.id());
    assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(failed.failure().message()).startsWith("number: expected an integer of 0 or above");
  }

  @Test
  void answersARecordThatBringsNoIdUnderTheIdOfItsPosition() throws Exception {
    answer(record(null, 1));

    assertThat(published.results())
        .singleElement()
        .isInstanceOfSatisfying(
            ShardResult.Failed.class,
            failed -> {
              assertThat(failed.id()).isEqualTo(ShardId.single(POSITION.derivedJobId()));
              assertThat(failed.failure().reason()).isEqualTo(Reason.EMPTY_RECORD);
              assertThat(failed.transform()).isNull();
              assertThat(failed.number()).isNull();
            });
  }

  @Test
  void answersAnInvalidShardUnderTheIdItBrings() throws Exception {
    JobId job = JobId.create();

    answer(record("{\"jobId\":\"%s\",\"index\":3,\"count\":9,\"number\":\"x\"}".formatted(job), 1));

    assertThat(published.results())
        .extracting(ShardResult::id)
        .containsExactly(new ShardId(job, 3, 9));
  }

  @Test
  void saysOfAFailedComputationWhatWasAskedFor() throws Exception {
    answer(record("{\"number\":5,\"transform\":\"unknown\"}", 1));

    assertThat(published.results())
        .singleElement()
        .isInstanceOfSatisfying(
            ShardResult.Failed.class,
            failed -> {
              assertThat(failed.transform()).isEqualTo("unknown");
              assertThat(failed.number()).isEqualTo(5);
              assertThat(failed.failure().reason()).isEqualTo(Reason.UNKNOWN_TRANSFORM);
            });
  }

  @Test
  void publishesNoValueOfARecordThatIsNoLongerHeld() {
    assertThatThrownBy(() -> work().process(TestHold.lost(record(number(42), 1))))
        .isInstanceOf(CancellationException.class);

    assertThat(starts).hasValue(1);
    assertThat(published.published()).isEmpty();
  }

  @Test
  void publishesNoFailureOfARecordThatIsNoLongerHeld() {
    assertThatThrownBy(() -> work().process(TestHold.lost(record("no JSON", 1))))
        .isInstanceOf(CancellationException.class);

    assertThat(published.published()).isEmpty();
  }

  @Test
  void countsATimestampAheadOfTheClockAsNoTimeInTheQueue() throws Exception {
    now = SENT.minusSeconds(5);

    answer(record(number(42), 1));

    assertThat(published.results().getFirst().execution().queued()).isZero();
  }

  private void answer(ReceivedRecord record) throws InterruptedException {
    assertThat(work().process(TestHold.of(record))).isCompleted();
  }

  private ShardWork work() {
    return work(published);
  }

  private ShardWork work(RecordingPublisher publisher) {
    Transformation same =
        StubTransformation.of(
            "same",
            number -> {
              starts.incrementAndGet();
              now = now.plusMillis(7);
              return BigInteger.valueOf(number);
            });
    return new WorkFixture(publisher, () -> now, same).work;
  }

  private static String number(long number) {
    return "{\"number\":" + number + ",\"transform\":\"same\"}";
  }

  @SuppressWarnings("NullAway") // overlooks that the array of a record may be null
  private static ReceivedRecord record(@Nullable String value, int deliveryCount) {
    return new ReceivedRecord(
        POSITION,
        deliveryCount,
        "a-key".getBytes(UTF_8),
        value == null ? null : value.getBytes(UTF_8),
        List.of(new Header("trace", "abc".getBytes(UTF_8))));
  }
}
