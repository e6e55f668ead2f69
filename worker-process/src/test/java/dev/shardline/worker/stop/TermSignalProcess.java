package dev.shardline.worker.stop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process that never comes to the end of its stop, or at once: what a test starts and signals.
 */
final class TermSignalProcess {

  private TermSignalProcess() {}

  /**
   * Waits for SIGTERM.
   *
   * @param args {@code endless} for a stop that does not end
   */
  public static void main(String... args) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    TermSignal.handle(() -> {
      System.out.println("stopping");
      if (!args[0].equals("endless")) {
        stopped.countDown();
      }
    });
    System.out.println("ready");
    // Outlives no test run that was killed itself.
    if (!stopped.await(2, TimeUnit.MINUTES)) {
      System.exit(1);
    }
  }
}
