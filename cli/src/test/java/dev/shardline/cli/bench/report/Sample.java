package dev.shardline.cli.bench.report;

import dev.shardline.cli.bench.Surroundings;
import java.time.Instant;
import java.util.List;

/** Reports for tests. */
final class Sample {

  static final Surroundings SURROUNDINGS =
      new Surroundings(
          Instant.parse("2026-11-26T05:00:00Z"),
          2,
          "Some CPU",
          8L << 30,
          "Linux 6.1 amd64",
          "25.0.3",
          "0.1.0",
          "4.4.0",
          0.5);

  private Sample() {}

  /** One comparison, two measures. */
  static Report report() {
    return Report.of("sample", "A sample")
        .setting("rounds", 3)
        .figure(Figure.median("", "ours", "time", "s", List.of(2.0, 1.0, 4.0)))
        .figure(Figure.median("", "theirs", "time", "s", List.of(4.0, 4.0, 4.0)))
        .figure(Figure.median("", "ours", "memory", "MB", List.of(1234.5)))
        .tried(Figure.median("", "theirs, slow", "time", "s", List.of(9.0)))
        .ratio(Ratio.of("ours over theirs", 2, 4, Target.atMost(0.6)))
        .ratio(Ratio.of("theirs over ours", 4, 2, null))
        .note("a note")
        .build();
  }

  /** Two comparisons of one measure. */
  static Report grouped() {
    return Report.of("grouped", "Groups")
        .figure(Figure.median("n = 1", "ours", "time", "ms", List.of(0.123456)))
        .figure(Figure.median("n = 1", "theirs", "time", "ms", List.of(5.0)))
        .figure(Figure.median("n = 2", "ours", "time", "ms", List.of(700.0)))
        .build();
  }
}
