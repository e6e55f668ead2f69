package dev.shardline.objectstore;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Files of processes that have died while they wrote. */
final class LeftFiles {

  private LeftFiles() {}

  /**
   * Deletes the files of a directory that nobody has written to for some time. Other processes may
   * do the same at once.
   *
   * @throws IOException if the directory cannot be read, or a file not deleted
   */
  static void delete(Path directory, Duration unwritten) throws IOException {
    Instant latest = Instant.now().minus(unwritten);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, file -> isOlder(file, latest))) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isOlder(Path file, Instant latest) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(latest);
    } catch (IOException e) {
      // It was finished, or deleted by another process.
      return false;
    }
  }
}
