package dev.shardline.cli.bench.report;

import java.util.List;

/**
 * What a benchmark gives.
 *
 * @param lines the figures, for people
 * @param report the same, for programs
 */
public record Measured(List<String> lines, Report report) {

  public Measured {
    lines = List.copyOf(lines);
  }

  /** A report that is told as {@link ReportTable} does. */
  public static Measured of(Report report) {
    return new Measured(ReportTable.lines(report), report);
  }
}
