package dev.shardline.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.util.Optional;

/** The standard streams of this process, by their file descriptor. */
enum StandardStream {
  IN(0),
  ERR(2);

  private final int descriptor;

  StandardStream(int descriptor) {
    this.descriptor = descriptor;
  }

  /**
   * Whether the stream is a terminal. Java's own {@link Console#isTerminal()} answers for input and
   * output together, so that {@code shardline submit < numbers.txt} would look like a pipe on both
   * sides; {@code test -t} on the inherited descriptor answers for the one.
   */
  boolean isTerminal() {
    try {
      return new ProcessBuilder("sh", "-c", "test -t " + descriptor).inheritIO().start().waitFor()
          == 0;
    } catch (IOException e) {
      // No POSIX shell, as on Windows: the coarser answer.
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
