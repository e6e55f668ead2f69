package dev.shardline.cli.bench.throughput;

import dev.shardline.cli.bench.peer.ClassicLoop;
import dev.shardline.cli.bench.peer.ParallelConsumerLoop;
import dev.shardline.cli.bench.peer.PeerLoop;
import dev.shardline.cli.bench.peer.RawLoop;
import dev.shardline.cli.bench.peer.RawTopics;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.Service;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.cli.stack.Stopwatch;
import dev.shardline.contracts.Topics;
import dev.shardline.process.ChildJvm;
import dev.shardline.tracing.Traces;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tiny shards through one transform service of one slot, in both of its modes, against loops of
 * kafka-clients and a library that compute the same. Each run is a new JVM that finds all shards
 * published; all take turns on one broker.
 */
public final class ThroughputBench {

  /** Partition mode on a topic of its own, as its group would find the queue's shards too. */
  private static final Map<String, String> PARTITION_MODE =
      Map.of(
          "transform.consumption",
          "partitions",
          "mp.messaging.incoming.shards.topic",
          RawTopics.PARTITION_SHARDS);

  private final BrokerStack stack;
  private final Cluster cluster;
  private final int shards;
  private final Stopwatch stopwatch;
  private @Nullable Results first;

  /**
   * A benchmark on that stack, on which no transform service runs.
   *
   * @param cluster the stack's
   * @param shards how many each run has, 2 or above
   * @param steps hears of each step
   */
  public ThroughputBench(BrokerStack stack, Cluster cluster, int shards, StepListener steps) {
    this.stack = stack;
    this.cluster = cluster;
    this.shards = shards;
    this.stopwatch = new Stopwatch(steps);
  }

  /**
   * Measures.
   *
   * @param batchSizes of the loops, from which the best is chosen for each
   * @param rounds how often each contestant is measured then, 1 or above
   * @return the figures
   * @throws IllegalStateException if a result is not as it should be, or none comes for a minute
   */
  public Measured run(List<Integer> batchSizes, int rounds) throws InterruptedException {
    RawTopics.create(cluster);
    Map<PeerLoop, Pace> sweep = new LinkedHashMap<>();
    PeerLoop share = best(RawLoop.all(batchSizes), sweep);
    PeerLoop classic = best(batchSizes.stream().map(ClassicLoop::new).toList(), sweep);
    PeerLoop parallel = best(batchSizes.stream().map(ParallelConsumerLoop::new).toList(), sweep);
    ThroughputRounds measured = new ThroughputRounds(share, classic, parallel);
    for (int round = 0; round < rounds; round++) {
      measured.add(share.toString(), peer(share));
      measured.add(ThroughputRounds.QUEUE, service(Topics.SHARDS, Map.of()));
      measured.add(classic.toString(), peer(classic));
      measured.add(
          ThroughputRounds.PARTITIONS, service(RawTopics.PARTITION_SHARDS, PARTITION_MODE));
      measured.add(parallel.toString(), peer(parallel));
    }
    return new Measured(
        ThroughputTable.lines(shards, sweep, measured),
        ThroughputReport.of(shards, batchSizes, sweep, measured));
  }

  private PeerLoop best(List<? extends PeerLoop> loops, Map<PeerLoop, Pace> sweep)
      throws InterruptedException {
    Map<PeerLoop, Pace> tried = new LinkedHashMap<>();
    for (PeerLoop loop : loops) {
      tried.put(loop, peer(loop));
    }
    sweep.putAll(tried);
    return tried.entrySet().stream()
        .max(Comparator.comparingDouble(run -> run.getValue().whole()))
        .orElseThrow()
        .getKey();
  }

  private Pace peer(PeerLoop loop) throws InterruptedException {
    TinyShards job = published(loop.topic());
    try (ResultTopic topic = ResultTopic.fromNow(cluster, RawTopics.RESULTS);
        ChildJvm worker = loop.start(stack, cluster.settings().bootstrapServer(), shards)) {
      Results results = topic.await(job, () -> stack.requireWell(worker));
      worker.awaitExit(ResultTopic.STALLED);
      return checked(loop.toString(), results);
    }
  }

  private Pace service(String topicOfShards, Map<String, String> settings)
      throws InterruptedException {
    TinyShards job = published(topicOfShards);
    try (ResultTopic topic = ResultTopic.fromNow(cluster, Topics.SHARD_RESULTS)) {
      Service worker = stack.startTransform(settings);
      Results results = topic.await(job, () -> stack.requireWell(worker.jvm()));
      stack.drain(worker);
      return checked(
          settings.isEmpty() ? ThroughputRounds.QUEUE : ThroughputRounds.PARTITIONS, results);
    }
  }

  private TinyShards published(String topic) throws InterruptedException {
    TinyShards job = TinyShards.of(shards, topic);
    JobRun.publishOnly(cluster, job, Traces.off());
    return job;
  }

  private Pace checked(String what, Results results) {
    if (first == null) {
      first = results;
    }
    first.requireSameValues(results);
    Pace pace = results.pace();
    stopwatch.lap(String.format(Locale.ROOT, "%s: %.0f/s", what, pace.whole()));
    return pace;
  }
}
