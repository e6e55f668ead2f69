package dev.shardline.transform.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link AttemptLog} does. An adapter's test extends this class. */
abstract class AttemptLogContract {

  /** Logs may be shared by tests, so that each takes a place of its own. */
  private final long offset = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);

  /** The log as one worker has it. */
  abstract AttemptLog log();

  /** The same log as another worker has it. */
  abstract AttemptLog logOfAnotherWorker();

  @Test
  void knowsNothingAtFirst() {
    assertThat(log().read(List.of(delivered(2)))).isEmpty();
  }

  @Test
  void tellsAnotherWorkerWhatIsNoted() throws Exception {
    AttemptNote begun = new AttemptNote.Begun(true, "worker-1");
    AttemptNote verdict =
        new AttemptNote.Verdict(3, new Failure(Reason.DEADLINE, "slower than \"1 s\""));

    note(delivered(1), new AttemptNote.GivenBack());
    note(delivered(2), begun);
    note(delivered(3), new AttemptNote.Dropped());
    note(delivered(4), verdict);
    note(delivered(5), new AttemptNote.Moved());

    AttemptHistory history =
        logOfAnotherWorker().read(List.of(delivered(6))).get(delivered(6).position());
    assertThat(history).isNotNull();
    assertThat(history.notes())
        .isEqualTo(
            Map.of(
                1, new AttemptNote.GivenBack(),
                2, begun,
                3, new AttemptNote.Dropped(),
                4, verdict,
                5, new AttemptNote.Moved()));
  }

  @Test
  void replacesWhatWasNotedOfTheSameDelivery() throws Exception {
    note(delivered(2), new AttemptNote.Begun(false, "worker-1"));
    note(delivered(2), new AttemptNote.GivenBack());

    AttemptHistory history = logOfAnotherWorker().read(List.of(delivered(3))).get(position());

    assertThat(history).isNotNull();
    assertThat(history.notes()).isEqualTo(Map.of(2, new AttemptNote.GivenBack()));
  }

  @Test
  void keepsRecordsApart() throws Exception {
    note(delivered(2), new AttemptNote.GivenBack());
    ReceivedRecord other = record(offset - 1, 2);

    assertThat(logOfAnotherWorker().read(List.of(other, delivered(3))))
        .containsOnlyKeys(position());
  }

  @Test
  void forgetsWhatIsAnswered() throws Exception {
    note(delivered(1), new AttemptNote.GivenBack());
    note(delivered(2), new AttemptNote.Begun(true, "worker-1"));
    Map<RecordPosition, AttemptHistory> histories = log().read(List.of(delivered(2)));

    log()
        .forget(delivered(2), histories.getOrDefault(position(), AttemptHistory.NONE))
        .get(30, TimeUnit.SECONDS);

    assertThat(logOfAnotherWorker().read(List.of(delivered(2)))).isEmpty();
  }

  private void note(ReceivedRecord record, AttemptNote note) throws Exception {
    log().note(record, note).get(30, TimeUnit.SECONDS);
  }

  private RecordPosition position() {
    return delivered(1).position();
  }

  private ReceivedRecord delivered(int deliveryCount) {
    return record(offset, deliveryCount);
  }

  private static ReceivedRecord record(long offset, int deliveryCount) {
    return new ReceivedRecord(
        new RecordPosition("shards", 0, offset, Instant.EPOCH),
        deliveryCount,
        new byte[0],
        new byte[0],
        List.of());
  }
}
