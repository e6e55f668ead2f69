package dev.shardline.systemtests.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is in {@code deploy/observability}. */
final class ObservabilityFiles {

  private static final Path HOME = Path.of(System.getProperty("shardline.home", ".."));
  private static final Path DIRECTORY = HOME.resolve("deploy/observability");

  private ObservabilityFiles() {}

  static Path rules() throws IOException {
    return DIRECTORY.resolve("rules/shardline.rules.yaml").toRealPath();
  }

  static Path rulesTests() throws IOException {
    return DIRECTORY.resolve("rules/shardline.rules.test.yaml").toRealPath();
  }

  static String runbook() throws IOException {
    return Files.readString(DIRECTORY.resolve("README.md"));
  }

  static String contract() throws IOException {
    return Files.readString(HOME.resolve("contracts/METRICS.md"));
  }

  static List<Dashboard> dashboards() {
    try (Stream<Path> files = Files.list(DIRECTORY.resolve("dashboards"))) {
      return files.sorted().map(Dashboard::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
