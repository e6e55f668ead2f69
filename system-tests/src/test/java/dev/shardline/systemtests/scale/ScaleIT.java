package dev.shardline.systemtests.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.ledger.Settlement;
import dev.shardline.systemtests.work.NotedNap;
import dev.shardline.systemtests.work.Submission;
import dev.shardline.systemtests.work.Task;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers come and go while shards are computed, by SIGTERM and as often as a platform likes:
 * nothing is lost, nothing is visible twice, and nothing is computed a second time.
 */
class ScaleIT {

  private static final int MOST = 4;

  /** Of a second and more each, so that whoever is stopped is in the middle of one. */
  private static final int SHORTEST_MILLIS = 1000;

  @TempDir private static Path directory;

  private static Fleet fleet;
  private static LedgerReader reader;
  private static Replicas replicas;

  /** No two naps have one length, by which their notes are told apart. */
  private static int nextLength = SHORTEST_MILLIS;

  @BeforeAll
  static void start() throws Exception {
    fleet = Fleet.start(directory, FleetPlan.quick(MOST, List.of(NotedNap.class)));
    reader = LedgerReader.open(fleet.bootstrapServers());
    replicas = new Replicas(fleet.workers());
  }

  @AfterAll
  static void stop() throws Exception {
    if (reader != null) {
      reader.close();
    }
    if (fleet != null) {
      fleet.close();
    }
  }

  @BeforeEach
  void beginWithOneWorker() throws InterruptedException {
    replicas.scaleTo(1);
  }

  @Test
  void aRollingRestartUnderLoadLosesAndRecomputesNothing() throws Exception {
    replicas.scaleTo(MOST - 1);
    List<Job> jobs = new ArrayList<>();

    replicas.roll(() -> jobs.add(begun(3 * MOST)));

    for (Job job : jobs) {
      assertEachIsComputedOnce(job);
    }
  }

  @Test
  void workersInMidShardAreScaledFromOneToFourToZeroToTwo() throws Exception {
    Job first = begun(6);
    replicas.scaleTo(MOST);
    Job second = begun(4 * MOST);

    Instant stopped = Instant.now();
    replicas.scaleTo(0);
    Ledger pause = reader.shards(second.id());
    assertThat(pause.missing()).as("work is left").isPositive();
    assertThat(pause.entries())
        .as("some were in the middle of a shard, and finished it")
        .anySatisfy(
            entry -> assertThat(entry.answers()).anyMatch(answer -> answer.at().isAfter(stopped)));
    replicas.scaleTo(2);

    assertEachIsComputedOnce(first);
    assertEachIsComputedOnce(second);
  }

  /** A job of naps. */
  private record Job(JobId id, List<Integer> naps) {}

  /** Submits so many naps, and returns when the first of them has begun. */
  private static Job begun(int count) throws Exception {
    List<Integer> naps = IntStream.range(nextLength, nextLength + count).boxed().toList();
    nextLength += count;
    JobId id =
        Submission.shards(
            fleet.bootstrapServers(),
            naps.stream().map(length -> new Task(new NotedNap().name(), length, null)).toList());
    fleet.notes().await(naps.getFirst(), 1);
    return new Job(id, naps);
  }

  private static void assertEachIsComputedOnce(Job job) throws Exception {
    Ledger ledger =
        new Settlement(fleet.bootstrapServers(), reader).of(job.id(), job.naps().size());
    assertThat(ledger.in()).as("in: %s", ledger).isEqualTo(job.naps().size());
    assertThat(ledger.with("DONE")).as("done: %s", ledger).isEqualTo(job.naps().size());
    assertThat(ledger.visibleTwice()).as("visible twice: %s", ledger).isZero();
    assertThat(ledger.entries()).allSatisfy(entry -> assertThat(entry.answers()).hasSize(1));
    // Not by the number of the attempt: a record that the client of a stopping worker had been sent
    // and not yet given out comes back to others like one that was begun, and is counted so.
    assertThat(job.naps()).allSatisfy(nap -> assertThat(fleet.notes().of(nap)).hasSize(1));
  }
}
