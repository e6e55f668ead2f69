package dev.shardline.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running child JVM. Thread-safe. */
public final class ChildJvm implements AutoCloseable {

  private static final Duration KILL_AFTER = Duration.ofSeconds(30);

  private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more)");

  private final String name;
  private final Process process;
  private final Path log;

  private ChildJvm(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a JVM.
   *
   * @param name what it is called in errors
   * @param command what it runs
   * @param log the file to which its output is appended
   * @throws UncheckedIOException if no process can be started
   */
  public static ChildJvm start(String name, JvmCommand command, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command.line())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(command.environment());
    try {
      return new ChildJvm(name, builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** What it is called in errors. */
  public String name() {
    return name;
  }

  /** The file that holds its output. */
  public Path log() {
    return log;
  }

  /** The operating system's view of the process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Throws if the process has ended, with the last lines of its output.
   *
   * @throws IllegalStateException if it has ended
   */
  public void requireAlive() {
    if (!isAlive()) {
      throw new IllegalStateException(
          name + " ended with exit code " + process.exitValue() + ":\n" + lastLines(15));
    }
  }

  /** Asks it to end (SIGTERM) and returns at once. */
  public void terminate() {
    // Process.destroy would also close its standard input, whose end tells the child that its
    // parent has died: it would not end in its own way.
    var _ = process.toHandle().destroy();
  }

  /** Ends it without warning (SIGKILL). */
  public void kill() {
    process.destroyForcibly();
  }

  /**
   * Waits for its end.
   *
   * @return whether it ended in time
   */
  public boolean awaitExit(Duration timeout) throws InterruptedException {
    return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Its exit code.
   *
   * @throws IllegalThreadStateException if it still runs
   */
  public int exitCode() {
    return process.exitValue();
  }

  /** The last lines of its output, for errors; without stack frames, which hide the causes. */
  public String lastLines(int count) {
    try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      List<String> all = lines.filter(line -> !STACK_FRAME.matcher(line).lookingAt()).toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - count), all.size()));
    } catch (IOException e) {
      return "(no output in " + log + ")";
    }
  }

  /** Asks it to end, waits, and kills it if it does not; returns when it is gone. */
  @Override
  public void close() {
    terminate();
    try {
      if (!awaitExit(KILL_AFTER)) {
        kill();
        process.waitFor();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
