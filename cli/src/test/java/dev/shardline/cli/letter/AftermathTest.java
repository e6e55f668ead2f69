package dev.shardline.cli.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AftermathTest {

  private static final Execution EXECUTION =
      new Execution(1, "worker-1", Duration.ZERO, Duration.ZERO);

  private final Aftermath aftermath = new Aftermath();

  @Test
  void bringsBackWhatNothingCameAfter() {
    Candidate letter = told(Letters.letter(17, 42, 0));
    copy(43, 5);
    answer("another-id", done());

    assertThat(decide(letter)).isEqualTo(new Decision.Redrive(1));
  }

  @Test
  void passesOverWhatWasRedrivenBefore() {
    Candidate letter = told(Letters.letter(17, 42, 0));
    copy(42, 1);

    assertThat(decide(letter)).isEqualTo(new Decision.PassOver("redriven before"));
  }

  @Test
  void takesAFurtherAttemptBeforeTheLetterForNoRedrive() {
    Candidate letter = told(Letters.letter(17, 42, 1));
    copy(42, 0);
    copy(42, 1);

    assertThat(decide(letter)).isEqualTo(new Decision.Redrive(2));
  }

  @Test
  void passesOverWhatWasAnsweredSinceButForAFailure() {
    Candidate letter = told(Letters.letter(17, 42, 0));
    answer("id-42", done());
    answer("id-42", failed());
    assertThat(decide(letter)).isEqualTo(new Decision.Redrive(1));

    answer("id-42", done());
    answer("id-42", "no answer".getBytes(UTF_8));
    assertThat(decide(letter)).isEqualTo(new Decision.PassOver("answered since: DONE"));
  }

  @Test
  void bringsBackTheLastOfTheLettersOfARecord() {
    Candidate first = told(Letters.letter(17, 42, 0));
    Candidate repeated = told(Letters.letter(18, 42, 0));
    assertThat(decide(first))
        .isEqualTo(new Decision.PassOver("its record died again: shards-dead-0-18"));
    assertThat(decide(repeated)).isEqualTo(new Decision.Redrive(1));

    Candidate afterRedrive = told(Letters.letter(19, 42, 1));
    assertThat(decide(repeated)).isInstanceOf(Decision.PassOver.class);
    assertThat(decide(afterRedrive)).isEqualTo(new Decision.Redrive(2));
  }

  @Test
  void refusesToGoRoundForEver() {
    Candidate letter = told(Letters.letter(17, 42, 3));

    assertThat(decide(letter))
        .isEqualTo(new Decision.Refuse("it was redriven 3 times, and --max-redrives is 3"));
    assertThat(aftermath.decide(letter, 4, false)).isEqualTo(new Decision.Redrive(4));
  }

  @Test
  void countsOnWhenAskedToDoItAgain() {
    Candidate letter = told(Letters.letter(17, 42, 0));
    copy(42, 1);
    answer("id-42", done());
    assertThat(aftermath.decide(letter, 3, true)).isEqualTo(new Decision.Redrive(2));

    copy(42, 3);
    assertThat(aftermath.decide(letter, 3, true)).isInstanceOf(Decision.Refuse.class);

    told(Letters.letter(18, 42, 3));
    assertThat(aftermath.decide(letter, 9, true)).isInstanceOf(Decision.PassOver.class);
  }

  @Test
  void refusesALetterWhoseValueWasLeftOut() {
    Map<String, String> headers = new HashMap<>(headers("shards"));
    headers.put(DeadLetter.VALUE_OMITTED, "true");

    assertThat(decide(told(Letters.letter(17, headers))))
        .isEqualTo(new Decision.Refuse("its value was too large to be kept: publish it anew"));
  }

  @Test
  void putsNothingBackOnATopicThatOnlyAHeaderNames() {
    assertThat(decide(told(Letters.letter(17, headers("payments")))))
        .isEqualTo(
            new Decision.Refuse(
                "its headers say that it came from payments; a letter of shards-dead goes to"
                    + " shards and nowhere else"));
    assertThat(decide(told(Letters.letter(18, headers("source-requests")))))
        .isInstanceOf(Decision.Refuse.class);
    assertThat(decide(told(Letters.letter(19, Map.of("reason", "none")))))
        .isEqualTo(new Decision.Refuse("its headers do not say where it came from"));
  }

  private Candidate told(Letter letter) {
    Candidate candidate = Candidate.of(letter);
    aftermath.letter(candidate);
    return candidate;
  }

  private void copy(long origin, int redrives) {
    aftermath.copy(new Requeued(Letters.origin(Topics.SHARDS, origin), 0, 0, redrives).headers());
  }

  private void answer(String key, byte[] value) {
    aftermath.answer(Topics.SHARD_RESULTS, key, value);
  }

  private Decision decide(Candidate letter) {
    return aftermath.decide(letter, 3, false);
  }

  private static Map<String, String> headers(String originTopic) {
    return Letters.cause(Letters.origin(originTopic, 42), Reason.DEADLINE).headers();
  }

  private static byte[] done() {
    ShardId id = ShardId.single(JobId.create());
    IntegerValue value = new IntegerValue(2, "ab".repeat(32), "33", "33", null);
    return ShardResultCodec.encode(new ShardResult.Done(id, "factorial-sum", 5, value, EXECUTION));
  }

  private static byte[] failed() {
    ShardId id = ShardId.single(JobId.create());
    return ShardResultCodec.encode(
        new ShardResult.Failed(id, null, null, new Failure(Reason.DEADLINE, "late"), EXECUTION));
  }
}
