package dev.shardline.transform.computation;

import dev.shardline.transform.Transformation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The transformations that this worker can compute, by name. Immutable. */
public final class Transformations {

  private final SortedMap<String, Transformation> byName;

  /**
   * A registry of these.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public Transformations(Iterable<Transformation> transformations) {
    this.byName = new TreeMap<>();
    for (Transformation transformation : transformations) {
      Transformation other = byName.put(transformation.name(), transformation);
      if (other != null) {
        throw new IllegalArgumentException(
            "two transformations are named %s: %s and %s"
                .formatted(
                    transformation.name(),
                    other.getClass().getName(),
                    transformation.getClass().getName()));
      }
    }
  }

  /**
   * Those of the service itself, and those found on the class path and in the jars of a directory.
   *
   * @param own those of the service
   * @throws IllegalArgumentException if the directory does not exist, or two have the same name
   * @throws java.util.ServiceConfigurationError if a jar names a class that cannot be used
   */
  public static Transformations installed(List<Transformation> own, Optional<Path> plugins) {
    ClassLoader service = Transformations.class.getClassLoader();
    ClassLoader loader = plugins.map(directory -> pluginLoader(directory, service)).orElse(service);
    List<Transformation> all = new ArrayList<>(own);
    ServiceLoader.load(Transformation.class, loader).forEach(all::add);
    return new Transformations(all);
  }

  /** The transformation of that name, if there is one. */
  public Optional<Transformation> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names of all, sorted. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new java.util.TreeSet<>(byName.keySet()));
  }

  @SuppressWarnings("resource") // open as long as the process runs: classes load when first used
  private static ClassLoader pluginLoader(Path directory, ClassLoader parent) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          "transform.plugins=" + directory + ": expected a directory of jars");
    }
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jar")) {
      for (Path file : files) {
        jars.add(url(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read transform.plugins=" + directory, e);
    }
    return new URLClassLoader("transform-plugins", jars.toArray(URL[]::new), parent);
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }
}
