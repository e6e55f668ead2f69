package dev.shardline.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.part.Step;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShardBookTest {

  private static final Execution EXECUTION =
      new Execution(1, "worker-1", Duration.ZERO, Duration.ZERO);

  private final JobId job = JobId.create();
  private final ShardBook book = new ShardBook(Instant.EPOCH, any -> true);

  @Test
  void knowsACopyByTheIdOfWhatItRepeats() {
    byte[] handTyped = "{\"number\": 5}".getBytes(UTF_8);
    RecordPosition origin = position(7);
    ShardId id = ShardId.single(origin.derivedJobId());

    book.request(handTyped, origin, Map.of());
    book.request(handTyped, position(8), new Requeued(origin, 1, 0, 0).headers());
    book.answer(id.key(), done(id, "ab"));

    assertThat(figures()).isEqualTo(Map.of(Figure.IN, 1L, Figure.DONE, 1L));
  }

  @Test
  void knowsARedriveFromAnotherAttemptAfterOne() {
    ShardId id = new ShardId(job, 0, 1);
    book.request(shard(id), position(1), Map.of());
    book.answer(id.key(), failed(id, Reason.DEADLINE));
    book.request(shard(id), position(2), new Requeued(position(1), 0, 0, 1).headers());
    book.request(shard(id), position(3), new Requeued(position(1), 1, 0, 1).headers());
    book.answer(id.key(), failed(id, Reason.DEADLINE));
    book.answer(id.key(), failed(id, Reason.DEADLINE));

    assertThat(figures()).containsEntry(Figure.RECOMPUTED, 1L);
  }

  @Test
  void takesTheStepsOfAShardForCopiesOfItAndForNoRedrives() {
    ShardId id = new ShardId(job, 0, 1);
    Map<String, String> step = new TreeMap<>(new Requeued(position(1), 0, 0, 1).headers());
    step.putAll(new Step(0, List.of(1L, 3L, 5L)).headers());
    book.request(shard(id), position(1), Map.of());
    book.answer(id.key(), failed(id, Reason.DEADLINE));
    book.request(shard(id), position(2), new Requeued(position(1), 0, 0, 1).headers());
    book.request(shard(id), position(3), step);
    book.answer(id.key(), failed(id, Reason.DEADLINE));
    book.answer(id.key(), failed(id, Reason.DEADLINE));

    assertThat(figures()).containsEntry(Figure.IN, 1L).containsEntry(Figure.RECOMPUTED, 1L);
  }

  @Test
  void takesInWhatIsNoShard() {
    book.request("not JSON".getBytes(UTF_8), position(1), Map.of());
    book.request(null, position(2), Map.of());

    assertThat(figures()).isEqualTo(Map.of(Figure.IN, 2L, Figure.MISSING, 2L));
  }

  @Test
  void comparesHashesAndReasons() {
    for (int index = 0; index < 4; index++) {
      book.request(shard(new ShardId(job, index, 4)), position(index), Map.of());
    }
    answer(0, "ab", "ab");
    answer(1, "ab", "cd");
    ShardId third = new ShardId(job, 2, 4);
    book.answer(third.key(), failed(third, Reason.DEADLINE));
    book.answer(third.key(), failed(third, Reason.NUMBER_TOO_LARGE));
    ShardId fourth = new ShardId(job, 3, 4);
    book.answer(fourth.key(), cancelled(fourth));
    book.answer(fourth.key(), cancelled(fourth));

    assertThat(book.ledger().behind(Figure.RECOMPUTED, 9)).containsExactly(job + "/0", job + "/3");
    assertThat(book.ledger().behind(Figure.VISIBLE_TWICE, 9))
        .containsExactly(job + "/1", job + "/2");
  }

  @Test
  void seesAnAnswerUnderAnotherKey() {
    ShardId id = new ShardId(job, 0, 1);
    book.request(shard(id), position(1), Map.of());
    book.answer(job + "/1", done(id, "ab"));
    book.answer(null, done(id, "ab"));

    assertThat(figures()).isEqualTo(Map.of(Figure.IN, 1L, Figure.MISSING, 1L));
  }

  @Test
  void findsTheDeadLetterOfAFailure() {
    ShardId id = new ShardId(job, 3, 4);
    book.request(shard(id), position(1), Map.of());
    book.answer(id.key(), failed(id, Reason.DEADLINE));
    assertThat(figures()).containsEntry(Figure.FAILED_WITHOUT_LETTER, 1L);

    book.letter(letter(id.key()));
    book.letter(letter("no key"));
    book.letter(letter(job + "/no index"));
    book.letter(Map.of());

    assertThat(figures()).isEqualTo(Map.of(Figure.IN, 1L, Figure.FAILED, 1L));
  }

  @Test
  void passesOverOtherJobs() {
    ShardBook one = new ShardBook(Instant.EPOCH, job::equals);
    ShardId other = ShardId.single(JobId.create());

    one.request(shard(other), position(1), Map.of());
    one.answer(other.key(), done(other, "ab"));
    one.letter(letter(other.key()));

    assertThat(one.ledger().figures().values()).containsOnly(0L);
  }

  @Test
  void tellsOfWhatAnswersNothingUnderAKeyOfItsJobs() {
    ShardBook one = new ShardBook(Instant.EPOCH, job::equals);

    assertThat(one.answer(job + "/0", "{}".getBytes(UTF_8))).isFalse();
    assertThat(one.answer(job + "/0", null)).isFalse();
    assertThat(one.answer(JobId.create() + "/0", null)).isTrue();
    assertThat(one.answer(null, null)).isTrue();
    assertThat(one.ledger().figures().values()).containsOnly(0L);
  }

  private void answer(int index, String... hashes) {
    ShardId id = new ShardId(job, index, 4);
    for (String hash : hashes) {
      book.answer(id.key(), done(id, hash));
    }
  }

  private Map<Figure, Long> figures() {
    Map<Figure, Long> figures = new TreeMap<>(book.ledger().figures());
    figures.values().removeIf(count -> count == 0);
    return figures;
  }

  private static Map<String, String> letter(String id) {
    return new DeadLetter(
            id, position(1), new Failure(Reason.DEADLINE, "late"), 1, Instant.now(), "worker-1")
        .headers();
  }

  private static byte[] shard(ShardId id) {
    return ShardCodec.encode(new Shard(id, 5, Shard.DEFAULT_TRANSFORM, Output.SUMMARY));
  }

  private static byte[] done(ShardId id, String hash) {
    IntegerValue value = new IntegerValue(2, hash.repeat(32), "33", "33", null);
    return ShardResultCodec.encode(new ShardResult.Done(id, "factorial-sum", 5, value, EXECUTION));
  }

  private static byte[] failed(ShardId id, Reason reason) {
    return ShardResultCodec.encode(
        new ShardResult.Failed(id, "factorial-sum", 5L, new Failure(reason, "no"), EXECUTION));
  }

  private static byte[] cancelled(ShardId id) {
    return ShardResultCodec.encode(new ShardResult.Cancelled(id, "factorial-sum", 5, EXECUTION));
  }

  private static RecordPosition position(long offset) {
    return new RecordPosition("shards", 0, offset, Instant.parse("2026-11-23T09:15:00Z"));
  }
}
