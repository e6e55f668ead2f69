package dev.shardline.transform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.attempt.Trial;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.result.RecordingPublisher;
import dev.shardline.transform.shard.WorkFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Trial FRESH = new Trial.Run(1, false, false);
  private static final Trial SUSPECT = new Trial.Run(2, true, false);
  private static final Trial ALONE = new Trial.Run(3, true, true);
  private static final Trial PASS = new Trial.Pass(1);

  @Test
  void newRecordsGoTogether() {
    assertThat(turns(FRESH, FRESH, FRESH)).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void watchedRecordsGoAloneAndAfterTheNewOnes() {
    assertThat(turns(SUSPECT, FRESH, SUSPECT, FRESH))
        .containsExactly(List.of(1, 3), List.of(0), List.of(2));
  }

  @Test
  void thoseThatDiedBeforeGoLast() {
    assertThat(turns(ALONE, SUSPECT, FRESH)).containsExactly(List.of(2), List.of(1), List.of(0));
  }

  @Test
  void whatIsNotComputedIsSafeBeforeAnythingIs() {
    Trial requeue = new Trial.Requeue(3, new Requeued(position(0), 2, 2, 0));

    assertThat(turns(FRESH, requeue, SUSPECT, PASS))
        .containsExactly(List.of(1, 3), List.of(0), List.of(2));
  }

  private static List<List<Integer>> turns(Trial... trials) {
    WorkFixture fixture = new WorkFixture(new RecordingPublisher(), InstantSource.system());
    Lease lease = new Lease(System.nanoTime(), Duration.ofMinutes(1));
    List<Attempt> attempts =
        IntStream.range(0, trials.length)
            .mapToObj(place -> new Attempt(record(place), AttemptHistory.NONE, fixture.work, lease))
            .toList();
    return Turns.of(attempts, attempt -> trials[place(attempt)]).stream()
        .map(turn -> turn.attempts().stream().map(TurnsTest::place).toList())
        .toList();
  }

  private static int place(Attempt attempt) {
    return (int) attempt.record().position().offset();
  }

  private static ReceivedRecord record(long offset) {
    return new ReceivedRecord(position(offset), 1, new byte[0], new byte[0], List.of());
  }

  private static RecordPosition position(long offset) {
    return new RecordPosition("shards", 0, offset, Instant.EPOCH);
  }
}
