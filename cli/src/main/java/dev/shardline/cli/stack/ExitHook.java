package dev.shardline.cli.stack;

/** Runs when the process is asked to end (SIGINT, SIGTERM, SIGHUP), which it does only after. */
public final class ExitHook implements AutoCloseable {

  private final Thread hook;

  /** Holds until closed. */
  public ExitHook(Runnable atExit) {
    hook = new Thread(atExit, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook runs.
    }
  }
}
