package dev.shardline.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** {@code shardline} in a process of its own, as the launcher starts it. */
public final class CommandLineProcess implements AutoCloseable {

  /** What only a hang exceeds. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Process process;
  private final Path directory;
  private final Path temporary;
  private final Path out;
  private final Path err;

  private CommandLineProcess(Process process, Path directory, Path base) {
    this.process = process;
    this.directory = directory;
    this.temporary = base.resolve("tmp");
    this.out = base.resolve("out");
    this.err = base.resolve("err");
  }

  /**
   * Starts it.
   *
   * @param directory of the test alone: for its output and temporary files, and to know its
   *     processes by
   */
  public static CommandLineProcess start(Path directory, String... arguments) {
    return start(directory, Map.of(), arguments);
  }

  /**
   * The same, with further variables in its environment.
   *
   * @param environment which its own processes have too
   */
  public static CommandLineProcess start(
      Path directory, Map<String, String> environment, String... arguments) {
    try {
      Path base = Files.createTempDirectory(directory, "run-");
      Files.createDirectory(base.resolve("tmp"));
      Path home = Path.of(System.getProperty("shardline.home", "..")).toRealPath();
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Dshardline.home=" + home);
      command.add("-Djava.io.tmpdir=" + base.resolve("tmp"));
      command.addAll(List.of("-cp", home.resolve("cli/target/shardline/lib") + "/*"));
      command.add("dev.shardline.cli.Shardline");
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(base.resolve("out").toFile())
              .redirectError(base.resolve("err").toFile());
      builder.environment().putAll(environment);
      return new CommandLineProcess(builder.start(), directory, base);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it printed on standard output so far. */
  public String out() {
    return read(out);
  }

  /** What it printed on standard error so far. */
  public String err() {
    return read(err);
  }

  /** Waits for a text on standard output. */
  void awaitOut(String text) {
    awaitText(text, this::out);
  }

  /** Waits for a text on standard error. */
  void awaitErr(String text) {
    awaitText(text, this::err);
  }

  /** The value behind a label in the last line that has it, such as an address. */
  String told(String label) {
    return out()
        .lines()
        .filter(line -> line.startsWith("  " + label + " "))
        .map(line -> line.substring(label.length() + 2).strip().split(" ", 2)[0])
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Waits until it ends, but not longer than this; a process that ended before is no failure. */
  void awaitEndFor(Duration atMost) throws InterruptedException {
    process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits for its end, and gives its exit code. */
  public int awaitExit() throws InterruptedException {
    assertThat(process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS))
        .as("ended within %s; output:%n%s%n%s", LIMIT, out(), err())
        .isTrue();
    return process.exitValue();
  }

  /** Sends a signal, such as {@code INT}. */
  void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
  }

  /** The child whose command line holds a text. */
  ProcessHandle child(String text) {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(text))
        .findFirst()
        .orElseThrow();
  }

  /** What is left of its temporary files. */
  List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }

  /** Waits until none of its processes runs, nor any other of the test's directory. */
  void awaitNoProcess() {
    await("no process", () -> processes().isEmpty());
  }

  private List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(any -> any.info().commandLine().orElse("").contains(directory.toString()))
        .toList();
  }

  @Override
  public void close() {
    processes().forEach(ProcessHandle::destroyForcibly);
  }

  private void await(String what, BooleanSupplier condition) {
    Awaitility.await(what)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(condition::getAsBoolean);
  }

  private void awaitText(String text, Supplier<String> output) {
    await(text, () -> output.get().contains(text) || !process.isAlive());
    assertThat(output.get()).as("standard error: %s", err()).contains(text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
