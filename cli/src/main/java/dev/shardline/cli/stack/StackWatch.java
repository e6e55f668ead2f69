package dev.shardline.cli.stack;

import dev.shardline.process.ChildJvm;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Watches for processes of a stack that end by themselves. */
public final class StackWatch {

  private static final int LINES = 8;

  private final LocalStack stack;
  private final ClosingStack closing;
  private final BlockingQueue<ChildJvm> ended = new LinkedBlockingQueue<>();

  /**
   * @param closing tells an end that was asked for from one that was not
   */
  public StackWatch(LocalStack stack, ClosingStack closing) {
    this.stack = stack;
    this.closing = closing;
    stack.onExit(ended::add);
  }

  /**
   * Returns when the stack is being stopped.
   *
   * @param notes hears of each service that ended; the others go on
   * @throws StackException if the broker ended, without which nothing can go on
   */
  public void await(Consumer<String> notes) throws InterruptedException {
    for (ChildJvm jvm = ended.take(); !closing.isClosing(); jvm = ended.take()) {
      if (jvm == stack.brokerJvm()) {
        stack.killServices();
        throw new StackException(told(jvm) + stack.logHint());
      }
      notes.accept(
          told(jvm)
              + "The rest goes on; its whole output is in "
              + jvm.log()
              + "\nTo have it back, stop the stack and start it again.");
    }
  }

  private static String told(ChildJvm jvm) {
    return jvm.name()
        + " ended by itself with exit code "
        + jvm.exitCode()
        + ". Its last lines:\n"
        + jvm.lastLines(LINES)
        + "\n";
  }
}
