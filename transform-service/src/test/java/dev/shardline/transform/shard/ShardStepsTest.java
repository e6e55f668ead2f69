package dev.shardline.transform.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.RetryableException;
import dev.shardline.transform.SplittableTransformation;
import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.computation.FactorialSumTransformation;
import dev.shardline.transform.computation.StubTransformation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecord.Header;
import dev.shardline.transform.requeue.RecordingRequeuer.PutBack;
import dev.shardline.transform.result.RecordingPublisher;
import dev.shardline.transform.result.RecordingPublisher.Published;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shard in parts from its record to its one answer, whatever is delivered once more. */
@Timeout(60)
@SuppressWarnings("NullAway") // class files do not say of arrays that they may be null
class ShardStepsTest {

  private static final Instant SENT = Instant.parse("2026-01-02T03:04:05Z");
  private static final JobId JOB = JobId.create();
  private static final String SHA_OF_6 =
      "67586e98fad27da0b9968bc039a1ef34c939b9b8e523a8bef89d478608c5ecf6";

  private final RecordingPublisher published = new RecordingPublisher();
  private final Adder adder = new Adder();
  private final WorkFixture fixture =
      new WorkFixture(
          published,
          () -> SENT,
          adder,
          new FactorialSumTransformation(),
          StubTransformation.of("whole", BigInteger::valueOf));
  private long nextOffset = 100;

  /** How many of the records that were put on the topic were delivered. */
  private int taken;

  @Test
  void putsARecordForEachPartOnTheTopicAndIsDone() throws Exception {
    ReceivedRecord shard = shard("adder", 4, 3);

    assertThat(process(shard)).isEqualTo(ShardEnd.MOVED);

    assertThat(published.published()).isEmpty();
    assertThat(fixture.requeuer.records())
        .hasSize(3)
        .allSatisfy(part -> {
          assertThat(part.due()).isNull();
          assertThat(part.as().origin()).isEqualTo(shard.position());
          assertThat(part.as().attempts()).isZero();
          assertThat(part.record().value()).isEqualTo(shard.value());
        });
    assertThat(fixture.requeuer.records())
        .extracting(part -> part.record().step().orElseThrow().place())
        .containsExactly(0, 1, 2);
    assertThat(fixture.requeuer.records())
        .extracting(part -> new String(part.record().key(), UTF_8))
        .containsExactly(JOB + "/0/part-1", JOB + "/0/part-2", JOB + "/0/part-3");
  }

  @Test
  void combinesThePartsToTheOneAnswerAndClearsUp() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 3));

    for (ReceivedRecord part : parts) {
      assertThat(published.published()).isEmpty();
      assertThat(process(part)).isEqualTo(ShardEnd.MOVED);
    }
    ReceivedRecord combination = next();
    assertThat(combination.step().orElseThrow().isCombination()).isTrue();
    assertThat(process(combination))
        .isEqualTo(new ShardEnd.Answered(ShardEnd.Status.DONE, "adder", null));

    ShardResult.Done done = (ShardResult.Done) published.results().getFirst();
    assertThat(done.id().key()).isEqualTo(JOB + "/0");
    assertThat(done.number()).isEqualTo(4);
    assertThat(done.value().leading()).isEqualTo("6");
    assertThat(done.value().sha256()).isEqualTo(SHA_OF_6);
    assertThat(published.published()).hasSize(1);
    assertThat(fixture.store.names()).containsExactly("decision", "finished");
  }

  @Test
  void givesTheSameResultAsTheWhole() throws Exception {
    complete(shard("factorial-sum", 900, 4));
    process(shard("factorial-sum", 900, 1));

    assertThat(published.results())
        .extracting(result -> ((ShardResult.Done) result).value())
        .hasSize(2)
        .satisfies(values -> assertThat(values.get(0)).isEqualTo(values.get(1)));
  }

  @Test
  void computesANumberAsAWholeThatIsTooSmallToBeDivided() throws Exception {
    process(shard("factorial-sum", 2, 8));

    assertThat(published.results()).singleElement().isInstanceOf(ShardResult.Done.class);
    assertThat(fixture.requeuer.records()).isEmpty();
  }

  @Test
  void refusesPartsOfWhatCannotBeDivided() throws Exception {
    process(shard("whole", 4, 3));

    ShardResult.Failed failed = (ShardResult.Failed) published.results().getFirst();
    assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(failed.failure().message())
        .isEqualTo("parts: expected 1, since whole cannot be computed in parts, was 3");
  }

  @Test
  void refusesANumberBeforeItsPartsAreComputedForNothing() throws Exception {
    process(shard("factorial-sum", 1001, 3));

    ShardResult.Failed failed = (ShardResult.Failed) published.results().getFirst();
    assertThat(failed.failure().reason()).isEqualTo(Reason.NUMBER_TOO_LARGE);
  }

  @Test
  void computesNoPartTwiceThatIsDeliveredTwice() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 3));
    process(parts.get(0));
    process(again(parts.get(0)));

    assertThat(adder.computed).containsExactly(0L);
  }

  @Test
  void answersOnceWhenEveryRecordIsDeliveredTwice() throws Exception {
    ReceivedRecord shard = shard("adder", 4, 3);
    List<ReceivedRecord> parts = parts(shard);
    parts.addAll(parts(again(shard)));
    for (ReceivedRecord part : parts) {
      process(part);
    }
    List<ReceivedRecord> combinations = new ArrayList<>(nexts());
    assertThat(combinations).isNotEmpty();
    for (ReceivedRecord combination : combinations) {
      process(combination);
      process(again(combination));
    }
    for (ReceivedRecord part : parts) {
      process(part);
    }

    assertThat(published.published()).hasSize(1);
    assertThat(nexts()).isEmpty();
  }

  @Test
  void publishesTheCombinationOfAPartThatDecidedAndDiedBeforeItDid() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 2));
    process(parts.get(0));
    fixture.requeuer.refuse(new IllegalStateException("the process dies"));
    assertThat(
            fixture.work.process(TestHold.of(parts.get(1))).handle((end, failure) -> failure).get())
        .isNotNull();
    fixture.requeuer.accept();

    // The other part is not the one that decided.
    process(again(parts.get(0)));
    assertThat(nexts()).isEmpty();
    process(again(parts.get(1)));

    assertThat(next().step().orElseThrow().isCombination()).isTrue();
  }

  @Test
  void failsTheShardOnceWithItsOwnRecordAmongTheDeadLetters() throws Exception {
    ReceivedRecord shard = shard("adder", 4, 3);
    List<ReceivedRecord> parts = parts(shard);
    adder.failing = new IllegalStateException("no");

    process(parts.get(1));
    process(parts.get(0));
    process(parts.get(2));
    process(again(parts.get(1)));

    assertThat(published.published()).hasSize(2);
    Published.Letter letter = (Published.Letter) published.published().getFirst();
    assertThat(letter.record().step()).isEmpty();
    assertThat(letter.record().key()).isEqualTo(shard.key());
    assertThat(letter.record().value()).isEqualTo(shard.value());
    assertThat(letter.cause().id()).isEqualTo(JOB + "/0");
    assertThat(letter.cause().origin()).isEqualTo(shard.position());
    ShardResult.Failed failed = (ShardResult.Failed) published.results().getFirst();
    assertThat(failed.failure().reason()).isEqualTo(Reason.TRANSFORM_FAILED);
    assertThat(failed.failure().message()).startsWith("part 2 of 3: adder of 4 failed: ");
    assertThat(adder.computed).as("begun after the failure").hasSize(1);
    assertThat(fixture.store.names()).containsExactly("decision", "finished");
  }

  @Test
  void answersAPartThatWasDeliveredTooOftenForTheWholeShard() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 2));
    adder.failing = new RetryableException("not now");
    ReceivedRecord tired =
        new ReceivedRecord(
            parts.get(0).position(),
            1,
            parts.get(0).key(),
            parts.get(0).value(),
            with(parts.get(0).headers(), "shardline-requeue-attempts", "2"));

    process(tired);

    assertThat(published.results()).singleElement().isInstanceOf(ShardResult.Failed.class);
  }

  @Test
  void waitsWithAPartForItsNextAttempt() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 2));
    adder.failing = new RetryableException("not now");

    process(parts.get(0));

    PutBack waiting = fixture.requeuer.records().getLast();
    assertThat(waiting.due()).isNotNull();
    assertThat(waiting.as().attempts()).isEqualTo(1);
    assertThat(waiting.record().step()).isEqualTo(parts.get(0).step());
    assertThat(published.published()).isEmpty();
  }

  @Test
  void waitsWithAPartWhileTheStoreFails() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 2));
    fixture.store.fail(1);

    process(parts.get(0));

    assertThat(fixture.requeuer.records().getLast().due()).isNotNull();
    assertThat(published.published()).isEmpty();
  }

  @Test
  void triesADecisionAgainWhileTheStoreFails() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 2));
    fixture.cancelled.add(JOB, SENT);
    fixture.store.fail(2);

    process(parts.get(0));

    assertThat(published.results()).singleElement().isInstanceOf(ShardResult.Cancelled.class);
  }

  @Test
  void cancelsTheShardOnce() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 3));
    process(parts.get(0));
    fixture.cancelled.add(JOB, SENT);

    process(parts.get(1));
    process(parts.get(2));

    assertThat(published.published()).hasSize(1);
    assertThat(published.results()).singleElement().isInstanceOf(ShardResult.Cancelled.class);
    assertThat(fixture.store.names()).containsExactly("decision", "finished");
  }

  @Test
  void cancelsTheShardOnceWhileItsPartsAreCombined() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 2));
    process(parts.get(0));
    process(parts.get(1));
    fixture.cancelled.add(JOB, SENT);
    process(next());
    process(again(parts.get(1)));

    assertThat(published.published()).hasSize(1);
    assertThat(published.results()).singleElement().isInstanceOf(ShardResult.Cancelled.class);
  }

  @Test
  void leavesAShardThatComesAgainAfterItsPartsAnsweredItAsItIs() throws Exception {
    ReceivedRecord shard = shard("adder", 4, 2);
    complete(shard);
    fixture.cancelled.add(JOB, SENT);

    process(unnoted(shard));

    assertThat(published.results()).singleElement().isInstanceOf(ShardResult.Done.class);
  }

  @Test
  void computesNoPartOfAShardThatComesAgainAndIsCancelled() throws Exception {
    ReceivedRecord shard = shard("adder", 4, 2);
    List<ReceivedRecord> parts = parts(shard);
    fixture.cancelled.add(JOB, SENT);
    process(unnoted(shard));
    process(parts.get(0));
    process(parts.get(1));

    assertThat(published.results()).singleElement().isInstanceOf(ShardResult.Cancelled.class);
    assertThat(adder.computed).isEmpty();
  }

  @Test
  void leavesNoPartialValueOfAPartThatIsLate() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 2));
    adder.meanwhile =
        () -> {
          adder.meanwhile = () -> {};
          process(parts.get(0));
          process(parts.get(1));
          process(next());
        };

    process(again(parts.get(0)));

    assertThat(published.results()).hasSize(1);
    assertThat(fixture.store.names()).containsExactly("decision", "finished");
  }

  @Test
  void failsWithThePartialValueThatIsGone() throws Exception {
    List<ReceivedRecord> parts = parts(shard("adder", 4, 2));
    process(parts.get(0));
    process(parts.get(1));
    fixture.store.delete("0-2");

    process(next());

    ShardResult.Failed failed = (ShardResult.Failed) published.results().getFirst();
    assertThat(failed.failure().reason()).isEqualTo(Reason.STORE_FAILED);
    assertThat(failed.failure().message()).contains("part 1 of 2").contains("0-2");
  }

  @Test
  void beginsAnewAfterARedrive() throws Exception {
    ReceivedRecord shard = shard("adder", 4, 2);
    List<ReceivedRecord> parts = parts(shard);
    adder.failing = new IllegalStateException("no");
    process(parts.get(0));
    adder.failing = null;
    List<Header> headers = new ArrayList<>(shard.headers());
    new Requeued(shard.position(), 0, 0, 1)
        .headers()
        .forEach((name, text) -> headers.add(new Header(name, text.getBytes(UTF_8))));

    complete(delivered(shard.key(), shard.value(), headers));
    process(parts.get(1));

    assertThat(published.results())
        .hasExactlyElementsOfTypes(ShardResult.Failed.class, ShardResult.Done.class);
  }

  /** Divides a shard, computes its parts, and combines them. */
  private void complete(ReceivedRecord shard) throws Exception {
    for (ReceivedRecord part : parts(shard)) {
      process(part);
    }
    process(next());
  }

  private ShardEnd process(ReceivedRecord record) throws Exception {
    TestHold held =
        new TestHold(
            record,
            fixture.log.read(List.of(record)).getOrDefault(record.position(), AttemptHistory.NONE),
            new Stop(),
            true);
    return fixture.work.process(held).get(30, TimeUnit.SECONDS);
  }

  /** The records that dividing a shard puts on its topic. */
  private List<ReceivedRecord> parts(ReceivedRecord shard) throws Exception {
    process(shard);
    return new ArrayList<>(nexts());
  }

  /** The one record that was put on the topic since. */
  private ReceivedRecord next() {
    assertThat(fixture.requeuer.records()).hasSize(taken + 1);
    return nexts().getFirst();
  }

  private List<ReceivedRecord> nexts() {
    List<PutBack> all = fixture.requeuer.records();
    List<ReceivedRecord> records =
        all.subList(taken, all.size()).stream().map(this::delivered).toList();
    taken = all.size();
    return records;
  }

  private ReceivedRecord delivered(PutBack one) {
    List<Header> headers = new ArrayList<>(one.record().headers());
    headers.removeIf(header -> one.as().headers().containsKey(header.name()));
    one.as().headers().forEach((name, text) -> headers.add(new Header(name, text.getBytes(UTF_8))));
    return delivered(one.record().key(), one.record().value(), headers);
  }

  private ReceivedRecord delivered(byte[] key, byte[] value, List<Header> headers) {
    return new ReceivedRecord(
        new RecordPosition("shards", 0, nextOffset++, SENT), 1, key, value, headers);
  }

  /** The same record, delivered for the second time after nobody noted anything of it. */
  private static ReceivedRecord again(ReceivedRecord record) {
    return new ReceivedRecord(record.position(), 2, record.key(), record.value(), record.headers());
  }

  /** The same record, of which nothing is noted: as in a partition, or after a crash. */
  private ReceivedRecord unnoted(ReceivedRecord record) {
    List<Header> headers = new ArrayList<>(record.headers());
    new Requeued(record.position(), 0, 0, 0)
        .headers()
        .forEach((name, text) -> headers.add(new Header(name, text.getBytes(UTF_8))));
    return delivered(record.key(), record.value(), headers);
  }

  private static List<Header> with(List<Header> headers, String name, String text) {
    List<Header> changed = new ArrayList<>(headers);
    changed.removeIf(header -> header.name().equals(name));
    changed.add(new Header(name, text.getBytes(UTF_8)));
    return changed;
  }

  private ReceivedRecord shard(String transform, long number, int parts) {
    String json =
        "{\"jobId\":\"%s\",\"number\":%d,\"transform\":\"%s\",\"parts\":%d}"
            .formatted(JOB, number, transform, parts);
    return delivered("key".getBytes(UTF_8), json.getBytes(UTF_8), List.of());
  }

  /** 0 + 1 + … + (n − 1). */
  private static final class Adder implements SplittableTransformation {

    private final List<Long> computed = new ArrayList<>();
    private @Nullable Exception failing;
    private Meanwhile meanwhile = () -> {};

    @Override
    public String name() {
      return "adder";
    }

    @Override
    public BigInteger apply(long number, CancellationToken token) {
      throw new AssertionError("as a whole");
    }

    @Override
    public List<Long> divide(long number, int parts) {
      List<Long> bounds = new ArrayList<>();
      for (int i = 0; i <= parts; i++) {
        bounds.add(i * number / parts);
      }
      return bounds;
    }

    @Override
    public List<BigInteger> applyPart(long number, long from, long to, CancellationToken token)
        throws Exception {
      computed.add(from);
      meanwhile.happens();
      if (failing != null) {
        throw failing;
      }
      long sum = 0;
      for (long i = from; i < to; i++) {
        sum += i;
      }
      return List.of(BigInteger.valueOf(sum));
    }

    @Override
    public BigInteger combine(
        long number, List<List<BigInteger>> partials, CancellationToken token) {
      return partials.stream().map(List::getFirst).reduce(BigInteger.ZERO, BigInteger::add);
    }
  }

  /** What goes on while a part is computed. */
  private interface Meanwhile {

    void happens() throws Exception;
  }
}
