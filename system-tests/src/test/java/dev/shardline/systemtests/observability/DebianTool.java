package dev.shardline.systemtests.observability;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;

/** A command of the Debian package prometheus. */
enum DebianTool {
  PROMETHEUS("prometheus"),
  PROMTOOL("promtool");

  private static final String MISSING =
      "Tests of alert rules and dashboards are skipped: install prometheus and promtool on the PATH"
          + " (Debian: apt-get install prometheus).";
  private static final AtomicBoolean told = new AtomicBoolean();

  private final String command;

  DebianTool(String command) {
    this.command = command;
  }

  /** Where it is; the test is skipped where it is not installed. */
  Path orSkip() {
    Optional<Path> found = onPath();
    if (found.isEmpty() && told.compareAndSet(false, true)) {
      System.out.println(MISSING);
    }
    Assumptions.assumeTrue(found.isPresent(), MISSING);
    return found.orElseThrow();
  }

  private Optional<Path> onPath() {
    return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
