package dev.shardline.cli.bench.report;

import dev.shardline.cli.bench.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where reports are written: of each benchmark {@code NAME.json} and {@code NAME.svg}, in place of
 * what an earlier run left.
 *
 * @param path an existing directory
 */
public record ReportDirectory(Path path) {

  /**
   * A directory that is made if it is missing.
   *
   * @throws IOException if it cannot be written
   */
  public static ReportDirectory of(Path path) throws IOException {
    Files.createDirectories(path);
    // Better now than after ten minutes of measuring.
    Files.delete(Files.createTempFile(path, "shardline", null));
    return new ReportDirectory(path);
  }

  /**
   * Writes a report.
   *
   * @return the files
   * @throws UncheckedIOException if they cannot be written
   */
  public List<Path> write(Report report, Surroundings surroundings) {
    Path json = path.resolve(report.name() + ".json");
    Path svg = path.resolve(report.name() + ".svg");
    try {
      Files.writeString(json, ReportJson.of(report, surroundings));
      Files.writeString(svg, ReportChart.of(report, surroundings));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write in " + path, e);
    }
    return List.of(json, svg);
  }
}
