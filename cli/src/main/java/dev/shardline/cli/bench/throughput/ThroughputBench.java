package dev.shardline.cli.bench.throughput;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.Service;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.cli.stack.Stopwatch;
import dev.shardline.contracts.Topics;
import dev.shardline.process.ChildJvm;
import dev.shardline.tracing.Traces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tiny shards through one transform service of one slot, against a raw share loop that computes the
 * same. Each run is a new JVM that finds all shards published; both kinds take turns on one broker.
 */
public final class ThroughputBench {

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
   * @param batchSizes of the raw loop, from which the best is chosen
   * @param rounds how often each of the two is measured then, 1 or above
   * @return the figures, as lines
   * @throws IllegalStateException if a result is not as it should be, or none comes for a minute
   */
  public List<String> run(List<Integer> batchSizes, int rounds) throws InterruptedException {
    RawTopics.create(cluster);
    Map<RawLoop, Pace> sweep = new LinkedHashMap<>();
    for (RawLoop loop : RawLoop.all(batchSizes)) {
      sweep.put(loop, raw(loop));
    }
    RawLoop best = best(sweep);
    List<Pace> raw = new ArrayList<>();
    List<Pace> shardline = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      raw.add(raw(best));
      shardline.add(shardline());
    }
    return ThroughputTable.lines(shards, sweep, best, raw, shardline);
  }

  private static RawLoop best(Map<RawLoop, Pace> sweep) {
    return sweep.entrySet().stream()
        .max(Comparator.comparingDouble(run -> run.getValue().whole()))
        .orElseThrow()
        .getKey();
  }

  private Pace raw(RawLoop loop) throws InterruptedException {
    TinyShards job = published(RawTopics.SHARDS);
    try (ResultTopic topic = ResultTopic.fromNow(cluster, RawTopics.RESULTS);
        ChildJvm worker =
            stack.startBeside(
                "raw",
                RawWorker.class,
                RawWorker.arguments(cluster.settings().bootstrapServer(), loop, shards))) {
      Results results = topic.await(job, () -> stack.requireWell(worker));
      worker.awaitExit(ResultTopic.STALLED);
      return checked(loop.toString(), results);
    }
  }

  private Pace shardline() throws InterruptedException {
    TinyShards job = published(Topics.SHARDS);
    try (ResultTopic topic = ResultTopic.fromNow(cluster, Topics.SHARD_RESULTS)) {
      Service worker = stack.startTransforms(1).getFirst();
      Results results = topic.await(job, () -> stack.requireWell(worker.jvm()));
      stack.drain(worker);
      return checked("transform-service", results);
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
