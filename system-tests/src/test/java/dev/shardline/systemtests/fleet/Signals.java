package dev.shardline.systemtests.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Signals to processes, through the {@code kill} of the system. */
final class Signals {

  private Signals() {}

  /**
   * Stops a process from running (SIGSTOP) for so long, then lets it go on (SIGCONT); returns when
   * it goes on. A process of its own does both, so that nothing stays stopped if this JVM ends.
   */
  static void pause(ProcessHandle process, Duration duration) throws InterruptedException {
    run("kill -STOP $0; sleep $1; kill -CONT $0", process, seconds(duration));
  }

  /** Lets a process go on that was stopped, if it was. */
  static void goOn(ProcessHandle process) throws InterruptedException {
    run("kill -CONT $0 2>/dev/null", process, "");
  }

  private static String seconds(Duration duration) {
    return Double.toString(duration.toMillis() / 1000.0);
  }

  private static void run(String script, ProcessHandle process, String argument)
      throws InterruptedException {
    try {
      new ProcessBuilder(List.of("sh", "-c", script, Long.toString(process.pid()), argument))
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
