package dev.shardline.cli.bench.parts;

import dev.shardline.cli.bench.CpuTime;
import dev.shardline.cli.bench.Work;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One large input as a whole and in parts, each alone on workers that are idle and have computed it
 * before. By the clock, so with all that parts cost beside arithmetic: more records, and partial
 * values on their way through the object store.
 */
public final class PartsBench {

  private final Work work;
  private final List<ProcessHandle> workers;
  private final StepListener steps;

  /**
   * A benchmark on that cluster.
   *
   * @param workers the transform services that run on it, of one slot each
   * @param steps hears of each step
   */
  public PartsBench(Cluster cluster, List<ProcessHandle> workers, StepListener steps) {
    this.work = new Work(cluster);
    this.workers = List.copyOf(workers);
    this.steps = steps;
  }

  /**
   * Measures.
   *
   * @return the figures
   * @throws IllegalStateException if the shard fails, or has no result after ten minutes
   */
  public Measured run(PartsPlan plan) throws InterruptedException {
    PartsRounds rounds = new PartsRounds(plan);
    for (int parts : plan.divisions()) {
      steps.done("warm-up, " + PartsRounds.name(parts), compute(plan.number(), parts).elapsed());
    }
    for (int round = 1; round <= plan.rounds(); round++) {
      for (int parts : plan.divisions()) {
        Division division = compute(plan.number(), parts);
        steps.done("round " + round + ", " + PartsRounds.name(parts), division.elapsed());
        rounds.add(parts, division);
      }
    }
    return Measured.of(rounds.report());
  }

  private Division compute(long number, int parts) throws InterruptedException {
    ShardJob job =
        new ShardJob(
            JobId.create(), List.of(number), Shard.DEFAULT_TRANSFORM, Output.SUMMARY, null, parts);
    List<ShardResult> results = new ArrayList<>();
    Duration cpuBefore = CpuTime.of(workers);
    Duration elapsed = work.all(job, (answer, tally) -> results.add(answer.message()));
    return new Division(
        elapsed, CpuTime.of(workers).minus(cpuBefore), results.getFirst().execution().computed());
  }
}
