package dev.shardline.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.process.ChildJvm;
import dev.shardline.systemtests.fleet.ServiceProcess;
import dev.shardline.systemtests.ledger.Answer;
import dev.shardline.systemtests.work.NotedNap;
import dev.shardline.systemtests.work.Task;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stop drains: what runs is finished and acknowledged, and what is not is given back. */
@ExtendWith(SharedStage.class)
class AStopDrainsIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration LONG_BEFORE_ITS_SHARD = Duration.ofSeconds(8);

  @Test
  void theShardThatRunsIsFinishedAndTheProcessEndsWithoutError(Stage stage) throws Exception {
    int length = 4001;
    JobId job = stage.submit(new Task(new NotedNap().name(), length, null));
    ServiceProcess worker =
        stage.fleet().worker(stage.fleet().notes().await(length, 1).getFirst().process());
    try {
      ChildJvm stopped = worker.retire();

      assertThat(stopped.awaitExit(LIMIT)).isTrue();
      assertThat(stopped.exitCode()).isZero();
      Answer answer = stage.settle(job, 1).entries().getFirst().answers().getFirst();
      assertThat(answer.status()).isEqualTo("DONE");
      assertThat(answer.worker()).isEqualTo(worker.name());
      assertThat(answer.attempt()).isEqualTo(1);
      assertThat(stage.fleet().notes().of(length)).as("nothing is recomputed").hasSize(1);
    } finally {
      worker.enlist();
    }
  }

  @Test
  void aSecondSignalEndsItAtOnceAndAnotherWorkerFinishesTheShard(Stage stage) throws Exception {
    int length = 15_002;
    JobId job = stage.submit(new Task(new NotedNap().name(), length, null));
    ServiceProcess worker =
        stage.fleet().worker(stage.fleet().notes().await(length, 1).getFirst().process());
    try {
      ChildJvm stopped = worker.retire();
      worker.awaitNotReady();
      stopped.terminate();

      assertThat(stopped.awaitExit(LONG_BEFORE_ITS_SHARD)).as("ended at once").isTrue();
      Answer answer = stage.settle(job, 1).entries().getFirst().answers().getFirst();
      assertThat(answer.status()).isEqualTo("DONE");
      assertThat(answer.worker()).isNotEqualTo(worker.name());
    } finally {
      worker.enlist();
    }
  }
}
