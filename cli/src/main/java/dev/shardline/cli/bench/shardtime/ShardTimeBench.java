package dev.shardline.cli.bench.shardtime;

import dev.shardline.cli.bench.Work;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.bench.roundtrip.SingleShard;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.Service;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.cli.stack.Stopwatch;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Where the time of a shard goes, as one warm transform service of one slot counts it itself: of
 * shards that come one at a time, and of many that come at once.
 */
public final class ShardTimeBench {

  /** Some tenths of a millisecond: the smallest input of the reference case. */
  private static final long SINGLE_NUMBER = 2500;

  private static final long SMALLEST = 20;
  private static final long DIFFERENT = 81;

  private final BrokerStack stack;
  private final Cluster cluster;
  private final Work work;
  private final Stopwatch stopwatch;

  /**
   * A benchmark on that stack, on which no transform service runs.
   *
   * @param cluster the stack's
   * @param steps hears of each step
   */
  public ShardTimeBench(BrokerStack stack, Cluster cluster, StepListener steps) {
    this.stack = stack;
    this.cluster = cluster;
    this.work = new Work(cluster);
    this.stopwatch = new Stopwatch(steps);
  }

  /** Shards of one kind. */
  @FunctionalInterface
  private interface Load {

    /** Computes them and tells how long that took. */
    Duration run() throws InterruptedException;
  }

  /**
   * Measures.
   *
   * @return the figures
   * @throws IllegalStateException if a shard fails, or has no result
   */
  public Measured run(ShardTimePlan plan) throws InterruptedException {
    List<Long> tiny =
        LongStream.range(0, plan.tiny()).mapToObj(place -> SMALLEST + place % DIFFERENT).toList();
    List<Long> large = Collections.nCopies(plan.large(), plan.number());
    ShardTimeRounds rounds = new ShardTimeRounds(plan);
    Service service = stack.startTransform(Map.of());
    try (SingleShard shard = SingleShard.open(cluster, SINGLE_NUMBER)) {
      oneAtATime(shard, plan.single());
      work.shards(tiny);
      work.shards(List.of(plan.number()));
      stopwatch.lap("warm-up");
      for (int round = 1; round <= plan.rounds(); round++) {
        rounds.add(
            ShardTimeRounds.SINGLE,
            measured(service, plan.single(), () -> oneAtATime(shard, plan.single())));
        rounds.add(ShardTimeRounds.TINY, measured(service, tiny.size(), () -> work.shards(tiny)));
        rounds.add(
            ShardTimeRounds.LARGE, measured(service, large.size(), () -> work.shards(large)));
        stopwatch.lap("round " + round);
      }
    }
    stack.drain(service);
    return Measured.of(rounds.report());
  }

  private static Stages measured(Service service, int shards, Load load)
      throws InterruptedException {
    MetricsPage before = MetricsPage.read(service.health());
    Duration took = load.run();
    return Stages.between(
        before, MetricsPage.read(service.health()), took.toNanos() / 1e6 / shards);
  }

  private static Duration oneAtATime(SingleShard shard, int count) {
    Duration all = Duration.ZERO;
    for (int i = 0; i < count; i++) {
      all = all.plus(shard.roundTrip());
    }
    return all;
  }
}
