package dev.shardline.broker;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The broker's jars.
 *
 * @param directory holds them
 */
public record BrokerDistribution(Path directory) {

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

  String classPath() {
    return directory.resolve("*").toString();
  }
}
