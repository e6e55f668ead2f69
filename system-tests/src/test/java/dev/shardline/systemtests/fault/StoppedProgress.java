package dev.shardline.systemtests.fault;

import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.work.Stuck;
import dev.shardline.systemtests.work.Submission;
import dev.shardline.systemtests.work.Task;
import dev.shardline.systemtests.work.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * In one worker, a shard stops to make progress and cannot be interrupted. Its time limit ends it
 * visibly, and the others go on.
 */
record StoppedProgress(String name) implements FaultCase {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  @Override
  public Ledger run(Ground ground) throws InterruptedException {
    List<Task> tasks = new ArrayList<>(Workload.mixed(ground.form().shards(), ground.random()));
    tasks.add(tasks.size() / 4, Task.of(new Stuck()).within(LIMIT));
    JobId job = Submission.shards(ground.fleet().bootstrapServers(), tasks);
    return ground.settle(job, tasks.size());
  }

  @Override
  public int failed() {
    return 1;
  }

  @Override
  public String toString() {
    return name;
  }
}
