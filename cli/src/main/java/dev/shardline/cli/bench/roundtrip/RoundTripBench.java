package dev.shardline.cli.bench.roundtrip;

import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.JobReport;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.util.List;

/**
 * One shard, and the reference job (four inputs, from the first send to the last result), against
 * the round trip of one record through a raw share loop. All take turns, so that they meet the same
 * machine, and nothing else is under way.
 */
public final class RoundTripBench {

  private static final List<Long> REFERENCE_INPUTS = List.of(2500L, 2600L, 2700L, 2800L);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Cluster cluster;
  private final Latencies raw = new Latencies();
  private final Latencies single = new Latencies();
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
   * @return the figures
   */
  public Measured run(int warmUps, int rounds) throws InterruptedException {
    try (RawShareLoop loop = RawShareLoop.start(cluster);
        SingleShard shard = SingleShard.open(cluster)) {
      for (int round = 0; round < warmUps; round++) {
        loop.roundTrip();
        shard.roundTrip();
        referenceJob();
      }
      for (int round = 0; round < rounds; round++) {
        raw.add(loop.roundTrip());
        single.add(shard.roundTrip());
        reference.add(referenceJob());
      }
    }
    return RoundTripTable.of(warmUps, rounds, raw, single, reference);
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
}
