package dev.shardline.systemtests.fault;

import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.work.Submission;
import dev.shardline.systemtests.work.Task;
import dev.shardline.systemtests.work.Workload;
import java.util.List;

/**
 * A fault that strikes once a job of mixed shards is under way.
 *
 * @param name what goes wrong
 * @param strike does it
 */
record MidJobFault(String name, Strike strike) implements FaultCase {

  /** Goes wrong. */
  interface Strike {

    /** Does it, and returns when it is over, though not what it did to the job. */
    void at(Ground ground, JobId job) throws InterruptedException;
  }

  @Override
  public Ledger run(Ground ground) throws InterruptedException {
    List<Task> tasks = Workload.mixed(ground.form().shards(), ground.random());
    JobId job = Submission.shards(ground.fleet().bootstrapServers(), tasks);
    ground.awaitPart(job, 20);
    strike.at(ground, job);
    return ground.settle(job, tasks.size());
  }

  @Override
  public String toString() {
    return name;
  }
}
