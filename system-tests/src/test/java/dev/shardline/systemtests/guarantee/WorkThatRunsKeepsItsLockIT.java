package dev.shardline.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.fleet.ServiceProcess;
import dev.shardline.systemtests.ledger.Answer;
import dev.shardline.systemtests.work.NotedNap;
import dev.shardline.systemtests.work.Notes.Begun;
import dev.shardline.systemtests.work.Task;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work that runs keeps its lock, however long it takes; work that died is taken over. */
@ExtendWith(SharedStage.class)
class WorkThatRunsKeepsItsLockIT {

  private static final Duration LOCK = Duration.ofSeconds(3);

  @Test
  void aShardThreeTimesAsLongAsItsLockIsComputedOnce(Stage stage) throws Exception {
    JobId job = stage.submit(Task.nap(LOCK.multipliedBy(3)));

    List<Answer> answers = stage.settle(job, 1).entries().getFirst().answers();

    assertThat(answers)
        .singleElement()
        .satisfies(answer -> {
          assertThat(answer.status()).isEqualTo("DONE");
          assertThat(answer.attempt()).isEqualTo(1);
        });
  }

  @Test
  void theShardOfAKilledWorkerIsTakenOver(Stage stage) throws Exception {
    int length = 3003;
    JobId job = stage.submit(new Task(new NotedNap().name(), length, null));
    ServiceProcess worker = workerAt(stage, length);

    worker.kill();

    Answer answer = stage.settle(job, 1).entries().getFirst().answers().getFirst();
    assertThat(answer.status()).isEqualTo("DONE");
    assertThat(answer.attempt()).isEqualTo(2);
    assertThat(stage.fleet().notes().of(length)).hasSize(2);
  }

  @Test
  void theShardOfAPausedWorkerIsTakenOverAndNothingIsVisibleTwice(Stage stage) throws Exception {
    int length = 2004;
    JobId job = stage.submit(new Task(new NotedNap().name(), length, null));
    ServiceProcess worker = workerAt(stage, length);

    worker.pause(LOCK.multipliedBy(3));

    Answer answer = stage.settle(job, 1).entries().getFirst().answers().getFirst();
    assertThat(answer.status()).isEqualTo("DONE");
    assertThat(answer.worker()).isNotEqualTo(worker.name());
    JobId next = stage.submit(Task.nap(LOCK), Task.nap(LOCK), Task.nap(LOCK));
    assertThat(stage.settle(next, 3).entries())
        .as("the paused worker works on")
        .extracting(entry -> entry.answers().getFirst().worker())
        .contains(worker.name());
  }

  private static ServiceProcess workerAt(Stage stage, int length) {
    Begun begun = stage.fleet().notes().await(length, 1).getFirst();
    return stage.fleet().worker(begun.process());
  }
}
