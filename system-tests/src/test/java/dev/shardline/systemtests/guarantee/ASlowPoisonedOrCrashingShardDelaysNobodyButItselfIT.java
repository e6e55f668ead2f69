package dev.shardline.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.ledger.Answer;
import dev.shardline.systemtests.ledger.Entry;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.work.Gated;
import dev.shardline.systemtests.work.HeapEater;
import dev.shardline.systemtests.work.Killer;
import dev.shardline.systemtests.work.StackEater;
import dev.shardline.systemtests.work.Task;
import dev.shardline.systemtests.work.Thrower;
import dev.shardline.systemtests.work.Workload;
import dev.shardline.transform.Transformation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bad shard harms itself alone, and its neighbours are never blamed for it. */
@ExtendWith(SharedStage.class)
class ASlowPoisonedOrCrashingShardDelaysNobodyButItselfIT {

  private static final int NEIGHBOURS = 200;

  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** Among the neighbours. */
  private static final int PLACE = 100;

  static List<Transformation> poisons() {
    return List.of(new Thrower(), new StackEater(), new HeapEater());
  }

  @Test
  void neighboursOfASlowShardAreDoneBeforeIt(Stage stage) throws Exception {
    int gate = 6;
    JobId job = stage.submit(amongNeighbours(new Task(new Gated().name(), gate, null)));

    stage.reader().awaitShards(job, LIMIT, ledger -> ledger.with("DONE") == NEIGHBOURS);

    stage.fleet().notes().open(gate);
    assertThat(stage.settle(job, NEIGHBOURS + 1).with("DONE")).isEqualTo(NEIGHBOURS + 1);
  }

  @ParameterizedTest
  @MethodSource("poisons")
  void aPoisonedShardFailsAlone(Transformation poison, Stage stage) throws Exception {
    Ledger ledger = runAmongNeighbours(stage, Task.of(poison));

    assertThat(ledger.with("DONE")).isEqualTo(NEIGHBOURS);
    assertThat(answerAt(ledger, PLACE).status()).isEqualTo("FAILED");
  }

  @Test
  void aShardThatKillsItsWorkerFailsAfterThreeAttemptsAndIsPutAside(Stage stage) throws Exception {
    Ledger ledger = runAmongNeighbours(stage, Task.of(new Killer()));

    assertThat(ledger.with("DONE")).isEqualTo(NEIGHBOURS);
    Answer killer = answerAt(ledger, PLACE);
    assertThat(killer.content()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
    assertThat(killer.attempt()).isEqualTo(3);
    assertThat(stage.reader().deadLetters())
        .filteredOn(dead -> dead.id().equals(entryAt(ledger, PLACE).key()))
        .singleElement()
        .satisfies(dead -> {
          assertThat(dead.failure().reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
          assertThat(dead.attempts()).isEqualTo(3);
        });
  }

  private static Ledger runAmongNeighbours(Stage stage, Task bad) throws Exception {
    JobId job = stage.submit(amongNeighbours(bad));
    return stage.settle(job, NEIGHBOURS + 1);
  }

  private static List<Task> amongNeighbours(Task bad) {
    List<Task> tasks = new ArrayList<>(Workload.tiny(NEIGHBOURS));
    tasks.add(PLACE, bad);
    return tasks;
  }

  private static Answer answerAt(Ledger ledger, int place) {
    return entryAt(ledger, place).answers().getLast();
  }

  private static Entry entryAt(Ledger ledger, int place) {
    return ledger.entries().stream()
        .filter(entry -> entry.key().endsWith("/" + place))
        .findFirst()
        .orElseThrow();
  }
}
