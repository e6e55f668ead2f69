package dev.shardline.cli;

import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.source.BodyFormat;
import dev.shardline.lag.StartPolicy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command, and the process's entry point. */
@Command(
    name = "shardline",
    description =
        "Runs I/O-bound and CPU-bound work over Kafka: durable, observable, on any number"
            + " of machines.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = ManifestVersion.class,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All work is done.",
      "1:All work has an answer, and some of it FAILED or was CANCELLED.",
      "2:The command line or an input is not as expected; nothing was published.",
      "3:Incomplete: some work has no answer yet.",
      "4:The cluster cannot be reached, lacks a topic, or refuses the client.",
      "70:A defect of shardline itself.",
      "130:Interrupted by Ctrl-C; work that was published goes on."
    })
public final class Shardline {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error too.")
  private boolean verbose;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine(Terminal.ofProcess()).execute(args));
  }

  /**
   * The command line with all its subcommands.
   *
   * @param terminal where commands read and print
   */
  public static CommandLine commandLine(Terminal terminal) {
    Shardline root = new Shardline();
    ErrorReport report = new ErrorReport(() -> root.verbose);
    return new CommandLine(root)
        .addSubcommand(new DemoCommand(terminal))
        .addSubcommand(new UpCommand(terminal))
        .addSubcommand(new SubmitCommand(terminal))
        .addSubcommand(new IngestCommand(terminal))
        .addSubcommand(new ResultsCommand(terminal))
        .addSubcommand(new CancelCommand(terminal))
        .addSubcommand(
            new CommandLine(new DeadCommand())
                .addSubcommand(new DeadListCommand(terminal))
                .addSubcommand(new DeadShowCommand(terminal))
                .addSubcommand(new DeadRedriveCommand(terminal)))
        .addSubcommand(new VerifyCommand(terminal))
        .addSubcommand(new LagCommand(terminal))
        .addSubcommand(new TopicsCommand(terminal))
        .addSubcommand(new TrainCommand(terminal))
        .addSubcommand(BenchCommand.withSubcommands(terminal))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .registerConverter(int.class, new WholeNumberConverter<>(Integer::valueOf))
        .registerConverter(Integer.class, new WholeNumberConverter<>(Integer::valueOf))
        .registerConverter(long.class, new WholeNumberConverter<>(Long::valueOf))
        .registerConverter(Long.class, new WholeNumberConverter<>(Long::valueOf))
        .registerConverter(Output.class, new ChoiceConverter<>(Output.class))
        .registerConverter(BodyFormat.class, new ChoiceConverter<>(BodyFormat.class))
        .registerConverter(StartPolicy.class, new ChoiceConverter<>(StartPolicy.class))
        .setExecutionExceptionHandler(report)
        .setParameterExceptionHandler(report);
  }
}
