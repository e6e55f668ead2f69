package dev.shardline.cli.bench.makespan;

import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.ShardResult;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How long a job took, and how long it would have with no worker ever idle.
 *
 * @param cpu CPU time of the workers' processes meanwhile; the total where it is not known. Where
 *     it is far less than the total, somebody else had the cores
 * @param total what all its shards took to compute together
 * @param longest what the longest of them took
 * @param ideal the total divided by the workers, but not less than the longest
 * @param elapsed from the first request's handing over to the producer until the last result was
 *     with the client
 * @param repeated how many results are of a second delivery or a later one
 * @param shares what each worker did
 */
record Makespan(
    Duration cpu,
    Duration total,
    Duration longest,
    Duration ideal,
    Duration elapsed,
    int repeated,
    List<WorkerShare> shares) {

  /**
   * Of a job's results, computed by so many workers.
   *
   * @param cpu zero if it is not known
   */
  static Makespan of(Collection<ShardResult> results, int workers, Duration elapsed, Duration cpu) {
    Duration total = Duration.ZERO;
    Duration longest = Duration.ZERO;
    int repeated = 0;
    for (ShardResult result : results) {
      Execution execution = result.execution();
      total = total.plus(execution.computed());
      longest = longest.compareTo(execution.computed()) < 0 ? execution.computed() : longest;
      repeated += execution.attempt() > 1 ? 1 : 0;
    }
    Duration divided = total.dividedBy(workers);
    Duration ideal = divided.compareTo(longest) < 0 ? longest : divided;
    return new Makespan(
        cpu.isPositive() ? cpu : total,
        total,
        longest,
        ideal,
        elapsed,
        repeated,
        WorkerShare.of(results));
  }

  /** How many times as long as the ideal it took. */
  double ratio() {
    return (double) elapsed.toNanos() / ideal.toNanos();
  }
}
