package dev.shardline.cli.bench.parts;

import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.JobReport;
import dev.shardline.cli.job.JobRun;
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

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Cluster cluster;
  private final List<ProcessHandle> workers;
  private final StepListener steps;

  /**
   * A benchmark on that cluster.
   *
   * @param workers the transform services that run on it, of one slot each
   * @param steps hears of each step
   */
  public PartsBench(Cluster cluster, List<ProcessHandle> workers, StepListener steps) {
    this.cluster = cluster;
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
    Duration cpuBefore = cpuOfWorkers();
    try (var run = JobRun.open(cluster, job, (answer, tally) -> results.add(answer.message()))) {
      run.publish();
      JobReport report = run.await(Deadline.in(PATIENCE));
      if (report.tally().succeeded() < job.size()) {
        throw new IllegalStateException("job " + job.id() + ": " + report.tally());
      }
      return new Division(
          report.elapsed(),
          cpuOfWorkers().minus(cpuBefore),
          results.getFirst().execution().computed());
    }
  }

  /** Zero where the operating system does not tell. */
  private Duration cpuOfWorkers() {
    return workers.stream()
        .map(worker -> worker.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
