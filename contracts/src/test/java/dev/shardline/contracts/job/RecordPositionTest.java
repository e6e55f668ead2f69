package dev.shardline.contracts.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordPositionTest {

  private static final Instant TIME = Instant.parse("2026-11-23T09:15:00.123Z");

  @Test
  void givesTheSameJobIdAtEveryDelivery() {
    RecordPosition position = new RecordPosition("shards", 3, 42, TIME);

    assertThat(position.derivedJobId()).hasToString("01a207af-ee9b-7892-bfb8-f08e645e0dc8");
    assertThat(position.derivedJobId().time()).isEqualTo(TIME);
  }

  @Test
  void givesEveryRecordItsOwnJobId() {
    assertThat(new RecordPosition("shards", 3, 42, TIME).derivedJobId())
        .isNotEqualTo(new RecordPosition("source-requests", 3, 42, TIME).derivedJobId())
        .isNotEqualTo(new RecordPosition("shards", 4, 42, TIME).derivedJobId())
        .isNotEqualTo(new RecordPosition("shards", 3, 43, TIME).derivedJobId())
        .isNotEqualTo(new RecordPosition("shards", 34, 2, TIME).derivedJobId());
  }

  @Test
  void givesAJobIdAlsoToARecordWithoutATimestamp() {
    Instant none = Instant.ofEpochMilli(-1);

    assertThat(new RecordPosition("shards", 3, 42, none).derivedJobId().time())
        .isEqualTo(Instant.EPOCH);
  }

  @Test
  void isWrittenAsKafkasOwnToolsDo() {
    assertThat(new RecordPosition("shards", 3, 42, TIME)).hasToString("shards-3-42");
  }
}
