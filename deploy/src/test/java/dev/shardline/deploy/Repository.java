package dev.shardline.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The files of this repository. */
final class Repository {

  private static final Path HOME = Path.of(System.getProperty("shardline.home", ".."));

  private Repository() {}

  static Path path(String path) {
    return HOME.resolve(path);
  }

  static boolean has(String path) {
    return Files.exists(path(path));
  }

  static String text(String path) {
    try {
      return Files.readString(path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties properties(String path) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(path(path))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
