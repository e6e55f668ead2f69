package dev.shardline.cli;

import dev.shardline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code shardline bench}: all of them, unless one is named. */
@Command(
    name = "bench",
    description =
        "Measures Shardline against Kafka alone and against its own CPU work, each time on a stack"
            + " of its own on this machine. Without a COMMAND all are measured, one after the"
            + " other, which takes some minutes. Figures go to standard output, progress to"
            + " standard error.",
    scope = ScopeType.INHERIT,
    exitCodeList = {
      "0:Everything was measured.",
      "1:A part could not be started, or has ended.",
      "2:The command line is not as expected.",
      "70:A defect of shardline itself, a wrong or missing result included.",
      "130:Interrupted by Ctrl-C; everything is stopped."
    })
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
    this.spec = CommandSpec.create();
  }

  /** With its subcommands, in the order in which all are measured. */
  static CommandLine withSubcommands(Terminal terminal) {
    return new CommandLine(new BenchCommand(terminal))
        .addSubcommand(new BenchRoundTripCommand(terminal))
        .addSubcommand(new BenchSourcesCommand(terminal))
        .addSubcommand(new BenchMakespanCommand(terminal))
        .addSubcommand(new BenchThroughputCommand(terminal));
  }

  @Override
  public Integer call() {
    for (CommandLine benchmark : spec.commandLine().getSubcommands().values()) {
      terminal.out().println(benchmark.getCommandName());
      int exitCode = benchmark.execute();
      if (exitCode != ExitCode.DONE) {
        return exitCode;
      }
      terminal.out().println();
    }
    return ExitCode.DONE;
  }
}
