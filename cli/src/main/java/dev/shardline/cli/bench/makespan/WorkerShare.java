package dev.shardline.cli.bench.makespan;

import dev.shardline.contracts.result.ShardResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What one worker did of a job, as the results tell.
 *
 * @param worker its name
 * @param shards how many it computed
 * @param busy how long it computed them
 */
record WorkerShare(String worker, int shards, Duration busy) {

  /** Of all workers that did something, in the order of their names. */
  static List<WorkerShare> of(Collection<ShardResult> results) {
    TreeMap<String, WorkerShare> shares = new TreeMap<>();
    for (ShardResult result : results) {
      String worker = result.execution().worker();
      shares.merge(
          worker, new WorkerShare(worker, 1, result.execution().computed()), WorkerShare::plus);
    }
    return new ArrayList<>(shares.values());
  }

  private WorkerShare plus(WorkerShare other) {
    return new WorkerShare(worker, shards + other.shards, busy.plus(other.busy));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %d in %.2f s", worker, shards, busy.toMillis() / 1000.0);
  }
}
