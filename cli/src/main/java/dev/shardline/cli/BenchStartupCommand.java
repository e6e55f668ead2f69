package dev.shardline.cli;

import dev.shardline.cli.bench.startup.StartupBench;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline bench startup}. */
@Command(
    name = "startup",
    description =
        "Measures what a transform service takes from the start of its process to its first result,"
            + " which a shard waits for: plain, and with the AOT cache that the build recorded, if"
            + " it did.")
final class BenchStartupCommand implements Callable<Integer> {

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each is measured, taking turns. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private final BenchOutput output = new BenchOutput();

  private final Terminal terminal;

  BenchStartupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    BenchRun.requireAtLeast(1, "--rounds", rounds);
    return BenchRun.onBroker(
        terminal,
        output,
        (stack, cluster, steps) -> {
          Path jar = new Installation(Installation.homeOfProcess()).transformJar();
          return new StartupBench(stack, cluster, jar, steps).run(rounds);
        });
  }
}
