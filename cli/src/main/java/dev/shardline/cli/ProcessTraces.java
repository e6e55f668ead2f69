package dev.shardline.cli;

import dev.shardline.cli.terminal.Terminal;
import dev.shardline.tracing.Traces;

/** The traces of a command, if its environment asks for them. */
final class ProcessTraces {

  private ProcessTraces() {}

  /**
   * Starts them.
   *
   * @param terminal where it is told that spans are lost
   * @throws dev.shardline.tracing.TracingSettingsException if the environment is not as it should
   *     be
   */
  static Traces open(Terminal terminal) {
    return Traces.ofProcess(
        "shardline",
        Long.toString(ProcessHandle.current().pid()),
        warning -> terminal.err().println("shardline: " + warning));
  }
}
