package dev.shardline.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

  @TempDir private Path directory;

  @Test
  void hasAFileOfEachKindForEachBenchmark() throws IOException {
    Path missing = directory.resolve("a/b");
    ReportDirectory reports = ReportDirectory.of(missing);

    reports.write(Sample.report(), Sample.SURROUNDINGS);
    reports.write(Sample.report(), Sample.SURROUNDINGS);
    reports.write(Sample.grouped(), Sample.SURROUNDINGS);

    try (var files = Files.list(missing)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("sample.json", "sample.svg", "grouped.json", "grouped.svg");
    }
  }

  @Test
  void isRefusedBeforeAnythingIsMeasured() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> ReportDirectory.of(file)).isInstanceOf(IOException.class);
  }
}
