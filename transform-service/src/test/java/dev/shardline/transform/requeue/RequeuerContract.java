package dev.shardline.transform.requeue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecord.Header;
import dev.shardline.transform.delivery.Records;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link Requeuer} does. An adapter's test extends this class. */
abstract class RequeuerContract {

  private static final Requeued AS = new Requeued(Records.ORIGIN, 2, 1, 1);

  private static final Instant DUE = Instant.parse("2026-01-02T04:04:05Z");

  private final String mark = "mark-" + UUID.randomUUID();

  abstract Requeuer requeuer();

  /** What is on the topic of the shards now that bears this mark. */
  abstract ReceivedRecord backInLine(String mark);

  /** What waits that bears this mark. */
  abstract ReceivedRecord waiting(String mark);

  /** A record that no topic takes. */
  abstract ReceivedRecord tooLarge();

  /** A topic of this test alone, from which records come. */
  abstract String topic();

  @Test
  void putsARecordBackWithWhatIsKnownOfIt() throws Exception {
    ReceivedRecord record = record(mark);

    requeuer().requeue(record, AS).get(30, TimeUnit.SECONDS);

    ReceivedRecord back = backInLine(mark);
    assertThat(back.key()).isEqualTo(record.key());
    assertThat(back.value()).isEqualTo(record.value());
    assertThat(back.requeued()).isEqualTo(AS);
    assertThat(back.headers()).extracting(Header::name).contains("trace");
  }

  @Test
  void letsARecordWaitUntilItIsDue() throws Exception {
    ReceivedRecord record = record(mark);

    requeuer().postpone(record, AS, DUE).get(30, TimeUnit.SECONDS);

    ReceivedRecord waits = waiting(mark);
    assertThat(waits.key()).isEqualTo(record.key());
    assertThat(waits.value()).isEqualTo(record.value());
    assertThat(waits.requeued()).isEqualTo(AS);
  }

  @Test
  void saysThatARecordIsTooLarge() {
    assertThatThrownBy(() -> requeuer().requeue(tooLarge(), AS).get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RecordTooLarge.class);
    assertThatThrownBy(() -> requeuer().postpone(tooLarge(), AS, DUE).get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RecordTooLarge.class);
  }

  private ReceivedRecord record(String mark) {
    return record(mark.getBytes(UTF_8));
  }

  /** One that was delivered from the test's topic. */
  final ReceivedRecord record(byte[] value) {
    return new ReceivedRecord(
        new RecordPosition(topic(), 0, 17, DUE),
        1,
        "a-key".getBytes(UTF_8),
        value,
        List.of(new Header("trace", "abc".getBytes(UTF_8))));
  }
}
