package dev.shardline.cli.bench.memory;

import dev.shardline.cli.bench.Work;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.bench.sources.SlowSources;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.source.SourceJob;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.IngestWorkers;
import dev.shardline.cli.stack.Service;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.cli.stack.Stopwatch;
import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a process of each service holds: idle after its start, at most while it works, and idle
 * again. The broker is looked at beside them.
 */
public final class MemoryBench {

  private static final int INGEST_WORKERS = 4;
  private static final Duration SOURCE_DELAY = Duration.ofMillis(20);

  private final BrokerStack stack;
  private final Work work;
  private final Stopwatch stopwatch;

  /**
   * A benchmark on that stack, on which no service runs.
   *
   * @param cluster the stack's
   * @param steps hears of each step
   */
  public MemoryBench(BrokerStack stack, Cluster cluster, StepListener steps) {
    this.stack = stack;
    this.work = new Work(cluster);
    this.stopwatch = new Stopwatch(steps);
  }

  /** What a process is given to do. */
  @FunctionalInterface
  private interface Load {
    void run() throws InterruptedException;
  }

  /**
   * Measures.
   *
   * @return the figures
   */
  public Measured run(MemoryPlan plan) throws InterruptedException {
    MemoryRounds rounds = new MemoryRounds();
    for (int round = 1; round <= plan.rounds(); round++) {
      Service transform = stack.startTransform(Map.of());
      measure(
          rounds,
          MemoryRounds.TRANSFORM,
          transform,
          plan,
          () -> work.shards(Collections.nCopies(plan.shards(), plan.number())));
      Service ingest = stack.startIngest(new IngestWorkers(INGEST_WORKERS, "platform"));
      measure(rounds, MemoryRounds.INGEST, ingest, plan, () -> fetch(plan.sources()));
      rounds.add(
          MemoryRounds.BROKER,
          MemoryRounds.AFTER,
          ResidentMemory.megabytes(List.of(stack.brokerProcess())));
      stopwatch.lap("round " + round);
    }
    return Measured.of(rounds.report(plan));
  }

  private void measure(
      MemoryRounds rounds, String contestant, Service service, MemoryPlan plan, Load load)
      throws InterruptedException {
    List<ProcessHandle> process = List.of(service.jvm().handle());
    Thread.sleep(plan.settle());
    rounds.add(contestant, MemoryRounds.IDLE, ResidentMemory.megabytes(process));
    MemoryPeak peak = MemoryPeak.of(process);
    try (peak) {
      load.run();
    }
    rounds.add(contestant, MemoryRounds.LOADED, peak.megabytes());
    Thread.sleep(plan.settle());
    rounds.add(contestant, MemoryRounds.AFTER, ResidentMemory.megabytes(process));
    stack.drain(service);
  }

  private void fetch(int count) throws InterruptedException {
    try (SlowSources sources = SlowSources.start()) {
      work.all(new SourceJob(JobId.create(), sources.of(count, SOURCE_DELAY), Map.of(), null));
    }
  }
}
