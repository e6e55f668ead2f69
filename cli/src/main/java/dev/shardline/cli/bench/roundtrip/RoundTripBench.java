package dev.shardline.cli.bench.roundtrip;

import dev.shardline.cli.bench.peer.PeerLoop;
import dev.shardline.cli.bench.peer.RawLoop;
import dev.shardline.cli.bench.peer.RawTopics;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.JobReport;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.StackSettings;
import dev.shardline.contracts.job.JobId;
import dev.shardline.process.ChildJvm;
import java.time.Duration;
import java.util.List;

/**
 * One tiny shard through the transform services and through a raw share loop that does the same
 * work in a JVM with the same flags, and the reference job (four inputs, from the first send to the
 * last result). All take turns, so that they meet the same machine, and nothing else is under way.
 */
public final class RoundTripBench {

  private static final List<Long> REFERENCE_INPUTS = List.of(2500L, 2600L, 2700L, 2800L);

  /** Computed in some microseconds, so that it is not the arithmetic that is compared. */
  private static final long TINY = 100;

  /** How the raw loop answers a single shard soonest. */
  private static final PeerLoop ONE_AT_A_TIME = new RawLoop("record_limit", 1);

  /** An answer is there before the acknowledgement of what it answers, which takes the broker. */
  private static final Duration SETTLES_WITHIN = Duration.ofMillis(20);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final BrokerStack stack;
  private final Cluster cluster;
  private final Latencies raw = new Latencies();
  private final Latencies single = new Latencies();
  private final Latencies reference = new Latencies();

  /**
   * A benchmark on that stack, on which no transform service runs.
   *
   * @param cluster the stack's
   */
  public RoundTripBench(BrokerStack stack, Cluster cluster) {
    this.stack = stack;
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
    RawTopics.create(cluster);
    stack.startTransforms(StackSettings.DEFAULT_TRANSFORMS);
    String server = cluster.settings().bootstrapServer();
    try (ChildJvm worker = ONE_AT_A_TIME.start(stack, server, warmUps + rounds);
        SingleShard loop = SingleShard.open(cluster, RawTopics.SHARDS, RawTopics.RESULTS, TINY);
        SingleShard shard = SingleShard.open(cluster, TINY)) {
      for (int round = 0; round < warmUps; round++) {
        loop.roundTrip();
        shard.roundTrip();
        referenceJob();
      }
      for (int round = 0; round < rounds; round++) {
        stack.requireWell(worker);
        raw.add(settled(loop::roundTrip));
        single.add(settled(shard::roundTrip));
        reference.add(settled(this::referenceJob));
      }
    }
    return RoundTripTable.of(warmUps, rounds, raw, single, reference);
  }

  private static Duration settled(Trip trip) throws InterruptedException {
    Thread.sleep(SETTLES_WITHIN);
    return trip.take();
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

  /** There and back. */
  private interface Trip {

    Duration take() throws InterruptedException;
  }
}
