package dev.shardline.cli.bench.processes;

import dev.shardline.cli.bench.Calibration;
import dev.shardline.cli.bench.CpuTime;
import dev.shardline.cli.bench.Work;
import dev.shardline.cli.bench.memory.MemoryPeak;
import dev.shardline.cli.bench.report.Measured;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.stack.BrokerStack;
import dev.shardline.cli.stack.Service;
import dev.shardline.cli.stack.StepListener;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The tutorial's comparison on inputs that are real work: the same shards on one thread, on the
 * threads of one process, on processes of one thread each, and on more of them than there are
 * cores. In each round every crew takes its turn, with new processes that have computed such shards
 * before.
 */
public final class ProcessesBench {

  private final BrokerStack stack;
  private final Work work;
  private final StepListener steps;

  /**
   * A benchmark on that stack, on which no transform service runs.
   *
   * @param cluster the stack's
   * @param steps hears of each step
   */
  public ProcessesBench(BrokerStack stack, Cluster cluster, StepListener steps) {
    this.stack = stack;
    this.work = new Work(cluster);
    this.steps = steps;
  }

  /**
   * Measures.
   *
   * @return the figures
   * @throws IllegalStateException if a shard fails, or has no result after ten minutes
   */
  public Measured run(ProcessesPlan plan) throws InterruptedException {
    long number = calibrated(plan.shardTime());
    ProcessesRounds rounds = new ProcessesRounds(plan, number);
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Crew crew : Crew.all(plan.workers(), plan.crowd())) {
        Turn turn = turn(crew, number, plan.shards());
        steps.done("round " + round + ", " + crew, turn.elapsed());
        rounds.add(crew, turn);
      }
    }
    return Measured.of(rounds.report());
  }

  private long calibrated(Duration shardTime) throws InterruptedException {
    Service service = stack.startTransform(Map.of());
    List<ProcessHandle> process = List.of(service.jvm().handle());
    long number =
        new Calibration(
                candidate -> {
                  Duration before = CpuTime.of(process);
                  Duration elapsed = work.shards(List.of(candidate));
                  Duration took = CpuTime.of(process).minus(before);
                  return took.isPositive() ? took : elapsed;
                })
            .numberFor(shardTime);
    stack.drain(service);
    return number;
  }

  private Turn turn(Crew crew, long number, int shards) throws InterruptedException {
    List<Service> services = stack.startTransforms(crew.processes(), crew.slots());
    List<ProcessHandle> processes =
        services.stream().map(service -> service.jvm().handle()).toList();
    work.shards(Collections.nCopies(2 * crew.workers(), number));
    Duration before = CpuTime.of(processes);
    Duration elapsed;
    MemoryPeak peak = MemoryPeak.of(processes);
    try (peak) {
      elapsed = work.shards(Collections.nCopies(shards, number));
    }
    Duration cpu = CpuTime.of(processes).minus(before);
    for (Service service : services) {
      stack.drain(service);
    }
    return new Turn(elapsed, cpu, peak.megabytes());
  }
}
