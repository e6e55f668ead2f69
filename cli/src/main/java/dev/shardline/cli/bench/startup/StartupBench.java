package dev.shardline.cli.bench.startup;

import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.Service;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.process.AotCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * From the start of a transform service's process to its first result, which a shard waits for:
 * plain, and with the AOT cache that the build recorded, if it did. The two take turns.
 */
public final class StartupBench {

  /** None is used, whatever the flags before say. */
  private static final List<String> WITHOUT_CACHE = List.of("-XX:AOTMode=off");

  private static final List<Long> NUMBER = List.of(2500L);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final BrokerStack stack;
  private final Cluster cluster;
  private final AotCache cache;
  private final StepListener steps;

  /**
   * A benchmark on that stack, on which no transform service runs.
   *
   * @param cluster the stack's
   * @param jar the transform service's
   * @param steps hears of each start
   */
  public StartupBench(BrokerStack stack, Cluster cluster, Path jar, StepListener steps) {
    this.stack = stack;
    this.cluster = cluster;
    this.cache = AotCache.beside(jar);
    this.steps = steps;
  }

  /**
   * Measures.
   *
   * @param rounds how often each, 1 or above
   * @return the figures
   * @throws IllegalStateException if there is no result for two minutes
   */
  public Measured run(int rounds) throws InterruptedException {
    Map<String, List<String>> contestants = new LinkedHashMap<>();
    contestants.put(StartupRounds.PLAIN, WITHOUT_CACHE);
    boolean cached = Files.isRegularFile(cache.file());
    if (cached) {
      // Ends the JVM if it cannot be used, so that nothing else is measured.
      contestants.put(
          StartupRounds.CACHED, List.of("-XX:AOTCache=" + cache.file(), "-XX:AOTMode=on"));
    }
    StartupRounds measured = new StartupRounds();
    // The first start makes the group, and brings the files into the machine's memory.
    start(WITHOUT_CACHE);
    for (int round = 0; round < rounds; round++) {
      for (Entry<String, List<String>> contestant : contestants.entrySet()) {
        Duration took = start(contestant.getValue());
        steps.done(contestant.getKey(), took);
        measured.add(contestant.getKey(), took);
      }
    }
    return Measured.of(measured.report(rounds, cached));
  }

  private Duration start(List<String> flags) throws InterruptedException {
    ShardJob job = ShardJob.of(JobId.create(), NUMBER);
    long[] answered = new long[1];
    try (JobRun<ShardResult> run =
        JobRun.open(cluster, job, (answer, tally) -> answered[0] = System.nanoTime())) {
      run.publish();
      long start = System.nanoTime();
      Service service = stack.launchTransform(flags, Map.of());
      Deadline deadline = Deadline.in(PATIENCE);
      while (!run.await(Deadline.in(BETWEEN_LOOKS)).tally().complete()) {
        stack.requireWell(service.jvm());
        if (deadline.passed()) {
          throw new IllegalStateException("no result after " + PATIENCE.toSeconds() + " s");
        }
      }
      stack.drain(service);
      return Duration.ofNanos(answered[0] - start);
    }
  }
}
