package dev.shardline.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The broker's jars.
 *
 * @param directory holds them
 */
public record BrokerDistribution(Path directory) {

  private static final Pattern SERVER_JAR = Pattern.compile("kafka_[0-9.]+-(.+)\\.jar");

  /**
   * The jars that the build copied.
   *
   * @param home the project's root directory
   * @throws IllegalStateException if they are not there
   */
  public static BrokerDistribution ofBuild(Path home) {
    Path directory = home.resolve("local-broker").resolve("target").resolve("broker");
    if (!Files.isDirectory(directory)) {
      throw new IllegalStateException(
          "no broker in " + directory + ": build it with ./mvnw package -pl local-broker");
    }
    return new BrokerDistribution(directory);
  }

  /**
   * Which Kafka it is, as the name of its jar tells.
   *
   * @throws UncheckedIOException if the directory cannot be read
   * @throws IllegalStateException if the jar is not there
   */
  public String version() {
    try (Stream<Path> jars = Files.list(directory)) {
      return jars.map(jar -> SERVER_JAR.matcher(jar.getFileName().toString()))
          .filter(Matcher::matches)
          .map(jar -> jar.group(1))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no Kafka server's jar in " + directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String classPath() {
    return directory.resolve("*").toString();
  }
}
