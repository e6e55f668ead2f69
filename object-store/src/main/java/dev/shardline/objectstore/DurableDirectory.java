package dev.shardline.objectstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Directories whose entries survive a power failure: POSIX keeps an entry only once it is synced.
 */
final class DurableDirectory {

  private static final boolean CAN_BE_FORCED =
      !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private DurableDirectory() {}

  /** Creates the directory and those above it, where they do not exist. */
  static void create(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      create(parent);
    }
    // Not createDirectory, which fails if another process was faster.
    Files.createDirectories(directory);
    if (parent != null) {
      force(parent);
    }
  }

  /** Makes the directory's entries durable. Windows does so by itself, and opens no directories. */
  static void force(Path directory) throws IOException {
    if (CAN_BE_FORCED) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
