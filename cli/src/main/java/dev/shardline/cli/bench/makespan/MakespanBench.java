package dev.shardline.cli.bench.makespan;

import dev.shardline.cli.bench.Calibration;
import dev.shardline.cli.bench.CpuTime;
import dev.shardline.cli.bench.Work;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.ShardResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Tiny and long shards at random places, on idle workers that have done the same before. The ideal
 * follows from what the same run's shards took to compute, so a core that somebody else uses slows
 * both. A long shard's number is chosen by the CPU time of the workers' processes, which others do
 * not change.
 */
public final class MakespanBench {

  private final Work work;
  private final List<ProcessHandle> workers;
  private final StepListener steps;

  /**
   * A benchmark on that cluster.
   *
   * @param workers the transform services that run on it, of one slot each
   * @param steps hears of each step
   */
  public MakespanBench(Cluster cluster, List<ProcessHandle> workers, StepListener steps) {
    this.work = new Work(cluster);
    this.workers = List.copyOf(workers);
    this.steps = steps;
  }

  /**
   * Measures.
   *
   * @param mix the shards of each round
   * @param rounds how many, 1 or above
   * @param seed of the places
   * @return the figures
   * @throws IllegalStateException if a shard fails, or has no result after ten minutes
   */
  public Measured run(Mix mix, int rounds, long seed) throws InterruptedException {
    compute("warm-up", Collections.nCopies(mix.tiny(), mix.tinyNumber()));
    long largeNumber = new Calibration(this::cost).numberFor(mix.largeCost());
    Random random = new Random(seed);
    List<Makespan> measured = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      measured.add(compute("round " + round, mix.shuffled(largeNumber, random)));
    }
    return new Measured(
        MakespanTable.lines(mix, largeNumber, workers.size(), seed, measured),
        MakespanReport.of(mix, largeNumber, workers.size(), seed, measured));
  }

  /** On every worker at once, as it will be measured: cores share caches and clocks. */
  private Duration cost(long number) throws InterruptedException {
    return compute(
            "one of " + number + " for each worker", Collections.nCopies(workers.size(), number))
        .cpu()
        .dividedBy(workers.size());
  }

  private Makespan compute(String what, List<Long> numbers) throws InterruptedException {
    List<ShardResult> results = new ArrayList<>();
    Duration cpuBefore = CpuTime.of(workers);
    Duration elapsed =
        work.all(
            ShardJob.of(JobId.create(), numbers), (answer, tally) -> results.add(answer.message()));
    steps.done(what, elapsed);
    return Makespan.of(results, workers.size(), elapsed, CpuTime.of(workers).minus(cpuBefore));
  }
}
