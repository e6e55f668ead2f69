package dev.shardline.worker.status;

import dev.shardline.contracts.worker.WorkerStatus.Answers;
import dev.shardline.contracts.worker.WorkerStatus.Running;
import java.util.List;

/**
 * What a worker is at; what is not the same is a change that is told.
 *
 * @param acquired how many records it holds, those that run included
 * @param draining whether it takes nothing new
 * @param answers how many records were answered so far
 * @param running what is worked on now, the oldest first
 */
public record Activity(int acquired, boolean draining, Answers answers, List<Running> running) {

  public Activity {
    running = List.copyOf(running);
    // One may have begun between the two looks.
    acquired = Math.max(acquired, running.size());
  }
}
