package dev.shardline.objectstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemObjectStoreTest extends ObjectStoreContract {

  @TempDir private Path directory;
  private Path root;
  private FilesystemObjectStore store;

  @BeforeEach
  void createStore() {
    root = directory.resolve("not/yet/there");
    store = new FilesystemObjectStore(root);
  }

  @Override
  protected ObjectStore store() {
    return store;
  }

  @Test
  void tellsTheUriOfAFileThatAnyoneCanRead() throws IOException {
    StoredObject stored = store.put(ObjectKey.of("raw", "Ä/%"), 10, out -> out.write('a'));

    assertThat(stored.uri()).hasScheme("file");
    assertThat(Path.of(stored.uri())).hasContent("a");
  }

  @Test
  void leavesNoFileWhenAPutFails() throws IOException {
    assertThatThrownBy(() ->
            store.put(
                ObjectKey.of("raw", "a"),
                10,
                out -> {
                  out.write('a');
                  throw new IOException("broken");
                }))
        .isInstanceOf(IOException.class);

    assertThat(files()).isEmpty();
  }

  @Test
  void leavesOnlyTheObjectWhenAPutSucceeds() throws IOException {
    store.put(ObjectKey.of("raw", "a"), 10, out -> out.write('a'));

    assertThat(files()).containsExactly(root.resolve("raw/a"));
  }

  @Test
  void staysBelowItsRootWhateverAKeySays() throws IOException {
    List<String> names = List.of("..", "../..", "/etc", "a/../../..", ".incoming", "\\..\\", "C:");

    for (String name : names) {
      Path file = Path.of(store.put(ObjectKey.of(name, name), 10, out -> out.write('a')).uri());
      assertThat(file).as(name).startsWithRaw(root);
      assertThat(root.relativize(file).getNameCount()).as(name).isEqualTo(2);
      assertThat(file).as(name).isNormalized();
    }
    assertThat(root.resolve(".incoming")).isEmptyDirectory();
  }

  @Test
  void saysThatAnObjectCannotBeStoredWhereAFileStandsInItsWay() throws IOException {
    Files.writeString(root.resolve("raw"), "in the way", UTF_8);

    assertThatThrownBy(() -> store.put(ObjectKey.of("raw", "a"), 10, out -> out.write('a')))
        .isExactlyInstanceOf(ObjectStoreException.class)
        .hasMessageContaining("raw/a cannot be stored");

    assertThat(files()).containsExactly(root.resolve("raw"));
  }

  @Test
  void deletesWhatAKilledProcessLeftAndNothingThatMayStillBeWritten() throws IOException {
    store.put(ObjectKey.of("raw", "a"), 10, out -> out.write('a'));
    Path left = Files.writeString(root.resolve(".incoming/left"), "half of it", UTF_8);
    Path current = Files.writeString(root.resolve(".incoming/current"), "half of it", UTF_8);
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
    Files.setLastModifiedTime(left, longAgo);
    Files.setLastModifiedTime(root.resolve("raw/a"), longAgo);

    new FilesystemObjectStore(root);

    assertThat(files()).containsExactlyInAnyOrder(current, root.resolve("raw/a"));
  }

  @Test
  void saysThatADirectoryCannotBeUsed() throws IOException {
    Path file = Files.writeString(directory.resolve("a-file"), "in the way", UTF_8);

    assertThatThrownBy(() -> new FilesystemObjectStore(file.resolve("objects")))
        .isExactlyInstanceOf(ObjectStoreException.class)
        .hasMessageContaining("a-file");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
