package dev.shardline.broker.secured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How a shell script ended.
 *
 * @param output all that it printed
 */
public record ScriptRun(int exitCode, String output) {

  /** What only a hang exceeds: a script may start many JVMs on a machine that has other work. */
  private static final long LIMIT_MINUTES = 10;

  /**
   * Runs a script, and returns when it has ended.
   *
   * @param scratch for its output
   * @param environment beside that of the tests
   * @throws IllegalStateException if it does not end
   */
  public static ScriptRun of(
      Path script, Path scratch, Map<String, String> environment, String... arguments)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile(scratch, "output", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      try {
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
          throw new IllegalStateException(script + " hangs:\n" + Files.readString(output));
        }
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      return new ScriptRun(process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
