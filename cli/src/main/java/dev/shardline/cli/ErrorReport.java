package dev.shardline.cli;

import dev.shardline.cli.cluster.ClusterException;
import dev.shardline.cli.cluster.ClusterSettingsException;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.stack.StackException;
import dev.shardline.tracing.TracingSettingsException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells on standard error, in one line, what went wrong and what to do next; where in the program
 * only when asked.
 */
final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final BooleanSupplier verbose;

  ErrorReport(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parseResult) {
    return switch (error) {
      case ClusterException e -> told(e, text(e), commandLine, ExitCode.CLUSTER);
      case InvalidInputException e -> told(e, text(e), commandLine, ExitCode.USAGE);
      case ClusterSettingsException e -> told(e, text(e), commandLine, ExitCode.USAGE);
      case TracingSettingsException e -> told(e, text(e), commandLine, ExitCode.USAGE);
      case StackException e -> told(e, text(e), commandLine, ExitCode.FAILED);
      default ->
          told(
              error,
              "a defect of shardline: " + error + "; --verbose prints where",
              commandLine,
              ExitCode.DEFECT);
    };
  }

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine commandLine = error.getCommandLine();
    String name = commandLine.getCommandSpec().qualifiedName();
    return told(error, wrong(error) + "; see ./" + name + " --help", commandLine, ExitCode.USAGE);
  }

  private static String wrong(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !error.getCommandLine().getSubcommands().isEmpty()) {
      List<String> alike = unmatched.getSuggestions();
      return "there is no command \""
          + unmatched.getUnmatched().getFirst()
          + "\""
          + (alike.isEmpty() ? "" : "; did you mean " + alike.getFirst() + "?");
    }
    // Picocli begins only some of its messages so.
    return text(error).replaceFirst("^Error: ", "");
  }

  private static String text(Exception error) {
    return String.valueOf(error.getMessage());
  }

  private int told(Exception error, String message, CommandLine commandLine, int exitCode) {
    PrintWriter err = commandLine.getErr();
    err.println("shardline: " + message);
    if (verbose.getAsBoolean()) {
      error.printStackTrace(err);
    }
    err.flush();
    return exitCode;
  }
}
