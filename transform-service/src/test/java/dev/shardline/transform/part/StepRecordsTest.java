package dev.shardline.transform.part;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.part.Step;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecord.Header;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a record may have no key, which class files do not say of arrays
class StepRecordsTest {

  private static final Step PART = new Step(1, List.of(1L, 60L, 100L));
  private static final ShardId ID = ShardId.single(JobId.create());

  @Test
  void addsTheStepToTheShardsRecord() {
    ReceivedRecord step = StepRecords.of(PART, record("mine".getBytes(UTF_8)), ID);

    assertThat(step.step()).contains(PART);
    assertThat(new String(step.key(), UTF_8)).isEqualTo(ID.key() + "/part-2");
    assertThat(new String(step.value(), UTF_8)).isEqualTo("{}");
    assertThat(step.headers()).extracting(Header::name).startsWith("traceparent");
  }

  @Test
  void givesTheShardsRecordBackAsItCame() {
    for (byte[] key : new byte[][] {null, new byte[0], {(byte) 0xff, 0}}) {
      ReceivedRecord record = record(key);
      ReceivedRecord step =
          StepRecords.of(PART.combination(), StepRecords.of(PART, record, ID), ID);
      assertThat(step.step()).contains(PART.combination());

      ReceivedRecord whole = StepRecords.whole(step);

      assertThat(whole.key()).isEqualTo(key);
      assertThat(whole.value()).isEqualTo(record.value());
      assertThat(whole.headers()).isEqualTo(record.headers());
    }
  }

  @Test
  void leavesARecordThatIsNoStepAlone() {
    ReceivedRecord record = record(null);

    assertThat(StepRecords.whole(record)).isSameAs(record);
    assertThat(record.step()).isEmpty();
  }

  private static ReceivedRecord record(byte @Nullable [] key) {
    return new ReceivedRecord(
        new RecordPosition("shards", 2, 17, Instant.EPOCH),
        1,
        key,
        "{}".getBytes(UTF_8),
        List.of(new Header("traceparent", new byte[] {1})));
  }
}
