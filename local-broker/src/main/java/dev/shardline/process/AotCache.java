package dev.shardline.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * What a JVM had loaded and linked when it was recorded, for others to start with (JEP 483 and
 * 514).
 *
 * <p>It is of use to the same JDK build, the same flags, and jars of the same names, sizes and
 * times alone. Beside it stands the key of what it was recorded for; to anything else it is not
 * offered. The JVM checks for itself too, and starts without a cache that does not fit.
 *
 * @param file the cache; need not exist
 */
public record AotCache(Path file) {

  private static final String JAR = ".jar";

  /** A cache is a help and no condition: whatever is wrong with it is not the process's concern. */
  private static final String SILENT = "-Xlog:aot*=off,cds*=off";

  /** The cache of an executable jar, whether it is there or not. */
  public static AotCache beside(Path jar) {
    String name = String.valueOf(jar.getFileName());
    String stem = name.endsWith(JAR) ? name.substring(0, name.length() - JAR.length()) : name;
    return new AotCache(jar.resolveSibling(stem + ".aot"));
  }

  /** Whether it is there, and was recorded for this command. */
  public boolean fits(JvmCommand command) {
    try {
      return Files.isRegularFile(file)
          && Files.isRegularFile(keyFile())
          && Files.readString(keyFile()).equals(AotKey.of(command));
    } catch (IOException e) {
      return false;
    }
  }

  /** The command, with this cache if it fits. */
  public JvmCommand usedBy(JvmCommand command) {
    return fits(command)
        ? command.withOptions(List.of("-XX:AOTCache=" + file, "-XX:AOTMode=auto", SILENT))
        : command;
  }

  /** The command, recording: at its orderly end the JVM writes what {@link #adopt} takes over. */
  public JvmCommand recordedBy(JvmCommand command) {
    return command.withOptions(List.of("-XX:AOTCacheOutput=" + recording(), SILENT));
  }

  /**
   * Makes what was recorded the cache for this command, in place of an earlier one.
   *
   * @param command as it was before {@link #recordedBy}
   * @return whether anything was recorded
   * @throws UncheckedIOException if files cannot be moved or written
   */
  public boolean adopt(JvmCommand command) {
    try {
      if (!Files.isRegularFile(recording())) {
        return false;
      }
      // Without its key a cache is not used: at no moment does one stand beside the other's.
      Files.deleteIfExists(keyFile());
      Files.move(recording(), file, StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(keyFile(), AotKey.of(command));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the AOT cache " + file, e);
    }
  }

  /**
   * Notes that it still fits, for those who go by its time.
   *
   * @throws UncheckedIOException if the time cannot be set
   */
  public void touch() {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set the time of " + file, e);
    }
  }

  /** Its first line is the JDK's version, as the launcher script reads it. */
  private Path keyFile() {
    return file.resolveSibling(file.getFileName() + ".key");
  }

  private Path recording() {
    return file.resolveSibling(file.getFileName() + ".recording");
  }
}
