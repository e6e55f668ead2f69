package dev.shardline.transform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.computation.DecimalTexts;
import dev.shardline.transform.computation.MemoryBudget;
import dev.shardline.transform.computation.ShardComputation;
import dev.shardline.transform.computation.Transformations;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.result.RecordingPublisher;
import dev.shardline.transform.shard.ShardWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final ShardWork WORK =
      new ShardWork(
          new ShardComputation(
              new Transformations(List.of()),
              0,
              new MemoryBudget(0),
              new DecimalTexts(
                  0,
                  () -> {
                    throw new IllegalStateException("no store");
                  })),
          new RecordingPublisher(),
          1,
          "worker",
          InstantSource.system());

  @Test
  void newRecordsGoTogether() {
    assertThat(turns(record(0, 1), record(1, 1), record(2, 1)))
        .containsExactly(List.of(0L, 1L, 2L));
  }

  @Test
  void recordsThatWereDeliveredBeforeGoAloneAndAfterTheNewOnes() {
    assertThat(turns(record(0, 2), record(1, 1), record(2, 2), record(3, 1)))
        .containsExactly(List.of(1L, 3L), List.of(2L), List.of(0L));
  }

  @Test
  void theyGoFromTheOtherEndAtEachDelivery() {
    assertThat(turns(record(0, 2), record(1, 2), record(2, 2)))
        .containsExactly(List.of(2L), List.of(1L), List.of(0L));
    assertThat(turns(record(0, 3), record(1, 3), record(2, 3)))
        .containsExactly(List.of(0L), List.of(1L), List.of(2L));
  }

  private static List<List<Long>> turns(ReceivedRecord... records) {
    List<Attempt> attempts =
        Arrays.stream(records).map(record -> new Attempt(record, WORK)).toList();
    return Turns.of(attempts).stream()
        .map(turn -> turn.stream().map(attempt -> attempt.record().position().offset()).toList())
        .toList();
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
