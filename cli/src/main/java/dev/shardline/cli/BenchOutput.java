package dev.shardline.cli;

import dev.shardline.cli.bench.report.ReportDirectory;
import dev.shardline.cli.job.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a benchmark leaves its report beside what it prints. */
final class BenchOutput {

  private static final String OUT = "--out";

  @Option(
      names = OUT,
      paramLabel = "DIR",
      description =
          "Write the figures with all rounds as NAME.json, and a chart as NAME.svg, into this"
              + " directory; files of that name are replaced.")
  private @Nullable Path directory;

  /**
   * The directory, which is made if it is missing; none if nothing is to be written.
   *
   * @throws InvalidInputException if it cannot be written
   */
  Optional<ReportDirectory> open() {
    if (directory == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ReportDirectory.of(directory));
    } catch (IOException e) {
      throw new InvalidInputException(
          OUT + " " + directory, "expected a directory that can be written: " + e);
    }
  }

  /** What is to be typed for the same. */
  List<String> arguments() {
    return directory == null ? List.of() : List.of(OUT, directory.toString());
  }
}
