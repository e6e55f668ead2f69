package dev.shardline.cli;

import dev.shardline.cli.cluster.ClusterException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells on standard error what went wrong and what to do next; a stack trace only when asked. */
final class ErrorReport implements IExecutionExceptionHandler {

  private final BooleanSupplier verbose;

  ErrorReport(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parseResult) {
    PrintWriter err = commandLine.getErr();
    if (verbose.getAsBoolean()) {
      error.printStackTrace(err);
    }
    if (error instanceof ClusterException) {
      err.println("shardline: " + error.getMessage());
      err.flush();
      return ExitCode.CLUSTER;
    }
    err.println("shardline: unexpected " + error + " (--verbose prints where)");
    err.flush();
    return ExitCode.DEFECT;
  }
}
