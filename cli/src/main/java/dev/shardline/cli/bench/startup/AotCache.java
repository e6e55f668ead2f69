package dev.shardline.cli.bench.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK's cache of loaded and linked classes and of profiles, recorded in a training run (JEP 483,
 * 514 and 515).
 *
 * @param file the cache
 */
record AotCache(Path file) {

  /** Below the build's output, wherever the build puts it. */
  private static final int DEPTH = 4;

  /**
   * The newest that the build recorded of a service.
   *
   * @param jar the service's, {@code MODULE/target/quarkus-app/quarkus-run.jar}
   */
  static Optional<AotCache> beside(Path jar) {
    Path target = jar.resolve("../..").normalize();
    try (Stream<Path> files =
        Files.find(
            target,
            DEPTH,
            (path, attributes) ->
                attributes.isRegularFile() && path.getFileName().toString().endsWith(".aot"))) {
      return files
          .max(Comparator.comparingLong(path -> path.toFile().lastModified()))
          .map(AotCache::new);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for an AOT cache below " + target, e);
    }
  }

  /** Uses it, and ends the JVM if it cannot be used, so that nothing else is measured. */
  List<String> flags() {
    return List.of("-XX:AOTCache=" + file, "-XX:AOTMode=on");
  }

  /** Uses none, whatever the flags before say. */
  static List<String> noFlags() {
    return List.of("-XX:AOTMode=off");
  }
}
