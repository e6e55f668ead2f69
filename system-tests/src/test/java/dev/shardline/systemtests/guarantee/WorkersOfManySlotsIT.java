package dev.shardline.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.ledger.Entry;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.work.Killer;
import dev.shardline.systemtests.work.Litter;
import dev.shardline.systemtests.work.Nap;
import dev.shardline.systemtests.work.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guarantees hold where slots share a process, its heap and its fate. */
class WorkersOfManySlotsIT {

  /** More than the cores of most machines that run this, so that all of them are busy. */
  private static final int SLOTS = 6;

  private static final Duration LOCK = Duration.ofSeconds(3);

  @TempDir private static Path directory;

  private static Stage stage;

  @BeforeAll
  static void start() throws Exception {
    FleetPlan plan = FleetPlan.quick(1, List.of(Litter.class, Nap.class, Killer.class));
    Fleet fleet = Fleet.start(directory, plan.withSlots(SLOTS));
    stage = new Stage(fleet, LedgerReader.open(fleet.bootstrapServers()));
  }

  @AfterAll
  static void stop() throws Exception {
    if (stage != null) {
      stage.reader().close();
      stage.fleet().close();
    }
  }

  @Test
  void aShardOfManyLockLengthsIsComputedOnceUnderFullLoadAndGarbageCollection() throws Exception {
    Task litter = new Task(new Litter().name(), LOCK.multipliedBy(3).toMillis(), null);
    JobId job = stage.submit(Collections.nCopies(SLOTS, litter));

    Ledger ledger = stage.settle(job, SLOTS);

    assertThat(ledger.entries())
        .allSatisfy(entry ->
            assertThat(entry.answers())
                .singleElement()
                .satisfies(answer -> {
                  assertThat(answer.status()).isEqualTo("DONE");
                  assertThat(answer.attempt()).isEqualTo(1);
                }));
  }

  @Test
  void aKillerIsFoundAmongTheShardsThatDieWithIt() throws Exception {
    List<Task> tasks = new ArrayList<>(Collections.nCopies(SLOTS * 3, Task.nap(LOCK.dividedBy(3))));
    tasks.set(SLOTS / 2, Task.of(new Killer()));
    JobId job = stage.submit(tasks);

    Ledger ledger = stage.settle(job, tasks.size());

    assertThat(ledger.with("DONE")).isEqualTo(tasks.size() - 1);
    assertThat(ledger.entries())
        .map(Entry::answers)
        .map(List::getLast)
        .filteredOn(answer -> answer.status().equals("FAILED"))
        .singleElement()
        .satisfies(killer -> {
          assertThat(killer.content()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
          assertThat(killer.attempt()).isEqualTo(3);
        });
  }
}
