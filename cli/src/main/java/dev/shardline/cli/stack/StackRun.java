package dev.shardline.cli.stack;

/**
 * Ends what a stack is made of in order, however its use ends: by itself, by error or by signal.
 */
public final class StackRun {

  /** What is done with the stack, its start included. */
  @FunctionalInterface
  public interface Use {

    /** Gives the exit code. */
    int call() throws InterruptedException;
  }

  private StackRun() {}

  /**
   * Runs {@code use}, then closes.
   *
   * @param closing what {@code use} opens
   * @param atSignal what is done instead if the process is asked to end; closes too
   * @return the exit code of {@code use}; of no interest after a signal, which decides itself
   */
  public static int run(ClosingStack closing, Runnable atSignal, Use use)
      throws InterruptedException {
    // The hook goes last: until all is closed, a signal must not end the process.
    try (ExitHook hook = new ExitHook(atSignal);
        closing) {
      return unlessClosing(closing, use);
    }
  }

  private static int unlessClosing(ClosingStack closing, Use use) throws InterruptedException {
    try {
      return use.call();
    } catch (RuntimeException e) {
      if (closing.isClosing()) {
        // Its broker and services were taken away from it; there is nothing to tell.
        return 0;
      }
      throw e;
    }
  }
}
