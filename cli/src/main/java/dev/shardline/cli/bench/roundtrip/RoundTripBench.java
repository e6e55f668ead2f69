package dev.shardline.cli.bench.roundtrip;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.JobReport;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The reference job (four inputs, from the first send to the last result) against the round trip of
 * one record through a raw share loop. Both take turns, so that they meet the same machine.
 */
public final class RoundTripBench {

  private static final List<Long> REFERENCE_INPUTS = List.of(2500L, 2600L, 2700L, 2800L);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Cluster cluster;
  private final Latencies raw = new Latencies();
  private final Latencies reference = new Latencies();

  /** A benchmark on that cluster, whose services run. */
  public RoundTripBench(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Measures.
   *
   * @param warmUps rounds that are not counted, 0 or above
   * @param rounds rounds that are, 1 or above
   * @return the figures, as lines
   */
  public List<String> run(int warmUps, int rounds) throws InterruptedException {
    try (RawShareLoop loop = RawShareLoop.start(cluster)) {
      for (int round = 0; round < warmUps; round++) {
        loop.roundTrip();
        referenceJob();
      }
      for (int round = 0; round < rounds; round++) {
        raw.add(loop.roundTrip());
        reference.add(referenceJob());
      }
    }
    return List.of(
        line("raw share loop, one record there and back", raw),
        line("reference job, first send to fourth result", reference),
        String.format(Locale.ROOT, "ratio of the medians: %.2f", reference.medianRatio(raw)));
  }

  private Duration referenceJob() throws InterruptedException {
    ShardJob job = ShardJob.of(JobId.create(), REFERENCE_INPUTS);
    try (var run = JobRun.open(cluster, job, (answer, tally) -> {})) {
      run.publish();
      JobReport report = run.await(Deadline.in(PATIENCE));
      if (!report.tally().complete()) {
        throw new IllegalStateException("job " + job.id() + " has no answer after " + PATIENCE);
      }
      return report.elapsed();
    }
  }

  private static String line(String what, Latencies measured) {
    return String.format(
        Locale.ROOT,
        "%-44s p50 %6.1f ms   p99 %6.1f ms",
        what,
        millis(measured.percentile(50)),
        millis(measured.percentile(99)));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
