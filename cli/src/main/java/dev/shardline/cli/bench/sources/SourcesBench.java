package dev.shardline.cli.bench.sources;

import dev.shardline.cli.bench.Median;
import dev.shardline.cli.bench.report.Figure;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.bench.report.Ratio;
import dev.shardline.cli.bench.report.Report;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.JobReport;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.source.SourceJob;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.IngestWorkers;
import dev.shardline.cli.stack.Service;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Many slow sources, from the first request to the last outcome, on an ingest service whose workers
 * are platform threads and on one whose workers are virtual. The two take turns, so that they meet
 * the same machine.
 */
public final class SourcesBench {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final List<String> KINDS = List.of("platform", "virtual");

  private final BrokerStack stack;
  private final Cluster cluster;
  private final StepListener steps;

  /**
   * A benchmark on that stack, which has no ingest service yet.
   *
   * @param steps hears of each step
   */
  public SourcesBench(BrokerStack stack, Cluster cluster, StepListener steps) {
    this.stack = stack;
    this.cluster = cluster;
    this.steps = steps;
  }

  /**
   * Measures.
   *
   * @param plans which one after the other
   * @param rounds how often each, 1 or above
   * @return the figures
   * @throws IllegalStateException if a source fails, or has no outcome after ten minutes
   */
  public Measured run(List<SourcesPlan> plans, int rounds) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    Report.Builder report =
        Report.of("sources", "Slow sources, first request to last outcome")
            .setting("rounds", rounds);
    for (SourcesPlan plan : plans) {
      lines.add("%s, ideal %.2f s".formatted(plan, seconds(plan.ideal())));
      Map<String, List<Double>> measured = run(plan, rounds);
      for (String kind : KINDS) {
        List<Double> took = measured.getOrDefault(kind, List.of());
        double median = Median.of(took);
        lines.add(
            "%-8s threads  median %.2f s, %.2f times the ideal"
                .formatted(kind, median, median / seconds(plan.ideal())));
        report.figure(Figure.median(plan.toString(), kind + " threads", "time", "s", took));
        report.ratio(
            Ratio.of(
                plan + ", " + kind + " threads over the ideal",
                median,
                seconds(plan.ideal()),
                null));
      }
    }
    return new Measured(lines, report.build());
  }

  private Map<String, List<Double>> run(SourcesPlan plan, int rounds) throws InterruptedException {
    Map<String, List<Double>> measured =
        Map.of("platform", new ArrayList<>(), "virtual", new ArrayList<>());
    // Two hosts: the service learns how a host answers, and is to know nothing of the second.
    try (SlowSources warmUp = SlowSources.start();
        SlowSources sources = SlowSources.start()) {
      for (int round = 1; round <= rounds; round++) {
        for (String kind : KINDS) {
          measured.getOrDefault(kind, List.of()).add(seconds(measure(plan, kind, warmUp, sources)));
        }
      }
    }
    return measured;
  }

  private Duration measure(SourcesPlan plan, String kind, SlowSources warmUp, SlowSources sources)
      throws InterruptedException {
    Service ingest = stack.startIngest(new IngestWorkers(plan.workers(), kind));
    // Without it, the compiler of a service that was just started would be what is measured.
    fetch(
        kind + ", warm-up",
        new SourcesPlan(2 * plan.sources(), Duration.ofMillis(20), plan.workers()),
        warmUp);
    Duration took = fetch(kind, plan, sources);
    stack.drain(ingest);
    return took;
  }

  private Duration fetch(String what, SourcesPlan plan, SlowSources sources)
      throws InterruptedException {
    SourceJob job =
        new SourceJob(JobId.create(), sources.of(plan.sources(), plan.delay()), Map.of(), null);
    try (var run = JobRun.open(cluster, job, (answer, tally) -> {})) {
      run.publish();
      JobReport report = run.await(Deadline.in(PATIENCE));
      if (report.tally().succeeded() < job.size()) {
        throw new IllegalStateException("job " + job.id() + ": " + report.tally());
      }
      steps.done(what, report.elapsed());
      return report.elapsed();
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
