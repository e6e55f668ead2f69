package dev.shardline.cli;

import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command as it was typed, and what it printed.
 *
 * @param exitCode the process's exit code
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command on the tests' cluster. */
  static CommandRun onCluster(String... args) {
    return onClusterWithInput("", args);
  }

  /** Runs a command on the tests' cluster with a text on its standard input. */
  static CommandRun onClusterWithInput(String input, String... args) {
    Stream<String> cluster =
        Stream.of("--bootstrap-server", TestCluster.settings().bootstrapServer());
    return withInput(input, false, Stream.concat(Stream.of(args), cluster).toList());
  }

  /** Runs a command at a terminal. */
  static CommandRun of(String... args) {
    return withInput("", true, List.of(args));
  }

  private static CommandRun withInput(String input, boolean typed, List<String> args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new BufferedReader(new StringReader(input)),
            new PrintWriter(out),
            new PrintWriter(err),
            () -> typed,
            () -> false);
    int exitCode = Shardline.commandLine(terminal).execute(args.toArray(String[]::new));
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
