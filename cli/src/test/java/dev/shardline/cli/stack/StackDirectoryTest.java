package dev.shardline.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDirectoryTest {

  @TempDir private Path base;

  @Test
  void leavesNothingOfATemporaryDirectory() throws IOException {
    StackDirectory directory = StackDirectory.of(null);
    Files.createDirectories(directory.objects().resolve("ab"));
    Files.writeString(directory.log("ingest"), "line");
    Files.writeString(directory.scratch().resolve("library.so"), "unpacked");

    directory.close();

    assertThat(directory.path()).doesNotExist();
  }

  @Test
  void leavesAGivenDirectoryWithEverythingButScratch() throws IOException {
    StackDirectory directory = StackDirectory.of(base.resolve("new"));
    Files.writeString(directory.log("ingest"), "line");
    Files.writeString(directory.scratch().resolve("library.so"), "unpacked");

    directory.close();

    assertThat(base.resolve("new/logs/ingest.log")).hasContent("line");
    assertThat(base.resolve("new/tmp")).doesNotExist();
  }

  @Test
  void belongsToOneStackAtATime() {
    StackDirectory first = StackDirectory.of(base);

    assertThatThrownBy(() -> StackDirectory.of(base))
        .isInstanceOf(StackException.class)
        .hasMessage("--data %s: another stack is running on it", base);

    first.close();
    StackDirectory.of(base).close();
  }

  @Test
  void refusesAFileInItsPlace() throws IOException {
    Path file = Files.writeString(base.resolve("file"), "");

    assertThatThrownBy(() -> StackDirectory.of(file))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("--data " + file + ": cannot be used as a directory");
  }
}
