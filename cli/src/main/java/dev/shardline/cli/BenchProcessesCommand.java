package dev.shardline.cli;

import dev.shardline.cli.bench.processes.ProcessesBench;
import dev.shardline.cli.bench.processes.ProcessesPlan;
import dev.shardline.cli.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench processes}. */
@Command(
    name = "processes",
    description =
        "Measures the same CPU work on one thread, on the threads of one JVM, on JVMs of one"
            + " thread each, and on more of them than there are cores: time, CPU time, memory.")
final class BenchProcessesCommand implements Callable<Integer> {

  private static final int MOST = 64;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "How many threads or JVMs compute at a time. Default: ${DEFAULT-VALUE}, as the tutorial.")
  private int workers;

  @Option(
      names = "--crowd",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many JVMs are too many. Default: twice as many as cores.")
  private int crowd;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "How many are computed; one that the workers divide. Default: ${DEFAULT-VALUE}.")
  private int shards;

  @Option(
      names = "--shard-time",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      defaultValue = "1s",
      description = "CPU time of one, about. Default: ${DEFAULT-VALUE}.")
  private Duration shardTime = Duration.ofSeconds(1);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each is measured, taking turns. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchProcessesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireBetween(2, MOST, "--workers", workers);
    BenchRun.requireBetween(0, MOST, "--crowd", crowd);
    BenchRun.requireAtLeast(1, "--shards", shards);
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    int tooMany = crowd > 0 ? crowd : 2 * Runtime.getRuntime().availableProcessors();
    ProcessesPlan plan = new ProcessesPlan(workers, tooMany, shards, shardTime, rounds);
    return BenchRun.onBroker(
        terminal,
        output,
        (stack, cluster, steps) -> new ProcessesBench(stack, cluster, steps).run(plan));
  }
}
