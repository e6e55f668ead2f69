package dev.shardline.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTableTest {

  @Test
  void hasALineForEachContestantWithAllItsMeasures() {
    assertThat(ReportTable.lines(Sample.report()))
        .containsExactly(
            "A sample",
            "        time, median, s  memory, median, MB",
            "ours               2.00               1,235",
            "theirs             4.00                   —",
            "ours over theirs: 0.50 (to be at most 0.60)",
            "theirs over ours: 2.00",
            "a note");
  }

  @Test
  void hasATableOfGroupsByContestantsWhereThereAreGroups() {
    assertThat(ReportTable.lines(Sample.grouped()))
        .containsExactly(
            "Groups",
            "time, median, ms   ours  theirs",
            "n = 1             0.123    5.00",
            "n = 2               700       —");
  }
}
