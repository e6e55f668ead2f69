package dev.shardline.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** What an AOT cache depends on, as text: the JDK, the JVM's flags, and the jars. */
final class AotKey {

  private AotKey() {}

  /**
   * The key of a command on the JDK of this process. System properties are no part of it.
   *
   * @throws IOException if a jar cannot be read
   */
  static String of(JvmCommand command) throws IOException {
    StringBuilder key = new StringBuilder();
    key.append(Runtime.version()).append('\n');
    key.append(System.getProperty("java.vm.vendor")).append(' ');
    key.append(System.getProperty("java.vm.version")).append('\n');
    command.options().stream()
        .filter(option -> !option.startsWith("-D"))
        .forEach(option -> key.append(option).append('\n'));
    for (Path jar : jars(command.wholeClassPath())) {
      key.append(jar).append(' ').append(Files.size(jar)).append(' ');
      key.append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
    }
    return key.toString();
  }

  /** The class path with what the manifests of its jars add, in order. */
  private static Set<Path> jars(String classPath) throws IOException {
    Set<Path> jars = new LinkedHashSet<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      add(Path.of(entry), jars);
    }
    return jars;
  }

  private static void add(Path jar, Set<Path> jars) throws IOException {
    if (!Files.isRegularFile(jar) || !jars.add(jar)) {
      return;
    }
    String added = classPathOf(jar);
    if (added != null) {
      for (String entry : added.strip().split("\\s+", -1)) {
        Path listed = jar.resolveSibling(entry);
        // The JVM looks for the manifests of these too; none of ours adds anything.
        if (Files.isRegularFile(listed)) {
          jars.add(listed);
        }
      }
    }
  }

  private static @Nullable String classPathOf(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return Objects.requireNonNullElseGet(file.getManifest(), Manifest::new)
          .getMainAttributes()
          .getValue(Attributes.Name.CLASS_PATH);
    }
  }
}
