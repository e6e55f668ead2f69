package dev.shardline.cli;

import dev.shardline.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code shardline bench}: all of them, unless one is named. */
@Command(
    name = "bench",
    description =
        "Measures Shardline against Kafka alone, against its peers and against its own CPU work,"
            + " each time on a stack of its own on this machine. Without a COMMAND all are measured,"
            + " one after the other, which takes some twenty minutes. Figures go to standard output,"
            + " progress to standard error.",
    scope = ScopeType.INHERIT,
    exitCodeList = {
      "0:Everything was measured.",
      "1:A part could not be started, or has ended.",
      "2:The command line is not as expected.",
      "70:A defect of shardline itself, a wrong or missing result included.",
      "130:Interrupted by Ctrl-C; everything is stopped."
    })
final class BenchCommand implements Callable<Integer> {

  /**
   * What each benchmark is given where speed matters more than how sure its figures are. It is
   * printed before the figures, so that anybody can type the same.
   */
  private static final Map<String, String> QUICK =
      Map.of(
          "arithmetic",
          "--numbers 2500,10000,100000 --rounds 1 --batch-time 200ms --limit 2s",
          "round-trip",
          "--rounds 50 --warm-ups 100",
          "sources",
          "--sources 200 --rounds 1",
          "makespan",
          "--tiny 40 --long 4 --long-time 500ms --rounds 1",
          "processes",
          "--shards 4 --shard-time 300ms --rounds 1",
          "parts",
          "--number 500000 --parts 2 --rounds 1",
          "throughput",
          "--shards 10000 --batch-sizes 500 --rounds 1",
          "startup",
          "--rounds 1",
          "memory",
          "--shards 4 --sources 100 --settle 2s --rounds 1",
          "shard-time",
          "--single 50 --tiny 5000 --long 2 --rounds 1");

  @Option(
      names = "--quick",
      description =
          "Measure all with few rounds and little work, in some minutes: to see that it runs, and"
              + " about how fast. The options that this stands for are printed.")
  private boolean quick;

  @Mixin private final BenchOutput output = new BenchOutput();

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
    this.spec = CommandSpec.create();
  }

  /** With its subcommands, in the order in which all are measured. */
  static CommandLine withSubcommands(Terminal terminal) {
    return new CommandLine(new BenchCommand(terminal))
        .addSubcommand(new BenchArithmeticCommand(terminal))
        .addSubcommand(new BenchProcessesCommand(terminal))
        .addSubcommand(new BenchPartsCommand(terminal))
        .addSubcommand(new BenchRoundTripCommand(terminal))
        .addSubcommand(new BenchThroughputCommand(terminal))
        .addSubcommand(new BenchShardTimeCommand(terminal))
        .addSubcommand(new BenchMakespanCommand(terminal))
        .addSubcommand(new BenchSourcesCommand(terminal))
        .addSubcommand(new BenchStartupCommand(terminal))
        .addSubcommand(new BenchMemoryCommand(terminal));
  }

  /** What a benchmark is given for a quick look. */
  static List<String> quickArguments(String benchmark) {
    return List.of(QUICK.getOrDefault(benchmark, "").split(" ", -1));
  }

  @Override
  public Integer call() {
    output.open();
    for (CommandLine benchmark : spec.commandLine().getSubcommands().values()) {
      List<String> arguments = quick ? quickArguments(benchmark.getCommandName()) : List.of();
      terminal
          .out()
          .println(
              String.join(" ", benchmark.getCommandName(), String.join(" ", arguments)).strip());
      List<String> all = new ArrayList<>(arguments);
      all.addAll(output.arguments());
      int exitCode = benchmark.execute(all.toArray(String[]::new));
      if (exitCode != ExitCode.DONE) {
        return exitCode;
      }
      terminal.out().println();
    }
    return ExitCode.DONE;
  }
}
