package dev.shardline.cli.terminal;

import java.io.PrintWriter;

/**
 * What is told on Ctrl-C: what became of the work, and how to come back to it. The JVM itself then
 * ends the process with exit code 130.
 */
public final class InterruptNotice implements AutoCloseable {

  private final PrintWriter err;
  private final Thread hook = new Thread(this::tell, "interrupt-notice");
  private volatile String text;

  /** Holds until closed. */
  public InterruptNotice(Terminal terminal, String text) {
    this.err = terminal.err();
    this.text = text;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now on another text is told. */
  public void change(String newText) {
    text = newText;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending and the notice is being told.
    }
  }

  private void tell() {
    err.println();
    err.println(text);
    err.flush();
  }
}
