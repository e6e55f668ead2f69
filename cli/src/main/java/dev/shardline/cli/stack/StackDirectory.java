package dev.shardline.cli.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a stack keeps its data: topics, objects and logs. */
public final class StackDirectory implements AutoCloseable {

  private final Path path;
  private final @Nullable FileChannel lock;

  private StackDirectory(Path path, @Nullable FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * The given directory, or if there is none a temporary one.
   *
   * @throws StackException if it cannot be written, or another stack has it
   */
  public static StackDirectory of(@Nullable Path kept) {
    return kept == null ? temporary() : kept(kept);
  }

  /** A new directory that is deleted at the end. */
  private static StackDirectory temporary() {
    try {
      return new StackDirectory(Files.createTempDirectory("shardline-").toRealPath(), null);
    } catch (IOException e) {
      throw new StackException("cannot create a directory below java.io.tmpdir: " + e, e);
    }
  }

  /** A directory that stays, and is continued if it is there already. */
  private static StackDirectory kept(Path path) {
    try {
      Path directory = Files.createDirectories(path.toAbsolutePath().normalize());
      FileChannel lock =
          FileChannel.open(
              directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // Gone with the process that has it, however that ends.
      if (!isFree(lock)) {
        lock.close();
        throw new StackException("--data " + path + ": another stack is running on it");
      }
      return new StackDirectory(directory, lock);
    } catch (IOException e) {
      throw new StackException("--data " + path + ": cannot be used as a directory: " + e, e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  Path broker() {
    return path.resolve("broker");
  }

  Path objects() {
    return path.resolve("objects");
  }

  /** Where the output of a process goes. */
  public Path log(String name) {
    return created("logs").resolve(name + ".log");
  }

  /** For what libraries unpack or cache. */
  Path scratch() {
    return created("tmp");
  }

  /** Whether its files are still there after the stack. */
  boolean isKept() {
    return lock != null;
  }

  /** Where a process's output is, or how to have it the next time. */
  String logHint() {
    return isKept()
        ? "All output is below " + path
        : "To keep all output, start with ./shardline up --data DIR";
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        deleteTree(path.resolve("tmp"));
        lock.close();
      } else {
        deleteTree(path);
      }
    } catch (IOException e) {
      throw new StackException("cannot clean up " + path + ": " + e, e);
    }
  }

  private Path created(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new StackException("cannot write in " + path + ": " + e, e);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(tree)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
