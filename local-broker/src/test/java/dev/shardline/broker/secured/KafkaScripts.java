package dev.shardline.broker.secured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The scripts of Kafka's distribution that {@code setup.sh} calls, with its own programs behind
 * them: the artifacts of a distribution are on Maven Central, and its shell scripts are not.
 */
public final class KafkaScripts {

  private static final Map<String, String> PROGRAMS =
      Map.of(
          "kafka-topics.sh", "org.apache.kafka.tools.TopicCommand",
          "kafka-configs.sh", "org.apache.kafka.tools.ConfigCommand",
          "kafka-acls.sh", "org.apache.kafka.tools.AclCommand");

  private KafkaScripts() {}

  /**
   * Writes them.
   *
   * @param directory that is to have them
   * @throws IllegalStateException if the build has not copied the programs
   */
  public static void write(Path directory) {
    Path target =
        Path.of(System.getProperty("shardline.home", "..")).resolve("local-broker/target");
    Path tools = target.resolve("tools").toAbsolutePath();
    if (!Files.isDirectory(tools)) {
      throw new IllegalStateException(
          "no tools in " + tools + ": build them with ./mvnw package -pl local-broker");
    }
    Path broker = target.resolve("broker").toAbsolutePath();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    PROGRAMS.forEach((name, program) -> {
      // A class data archive of its own each: there are dozens of starts.
      String options =
          "-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+AutoCreateSharedArchive"
              + " '-XX:SharedArchiveFile=%s'".formatted(directory.resolve(name + ".jsa"));
      write(
          directory.resolve(name),
          """
          #!/bin/sh
          exec '%s' %s -cp '%s/*:%s/*' %s "$@"
          """
              .formatted(java, options, tools, broker, program));
    });
  }

  /** Writes a file that can be run. */
  static void write(Path script, String text) {
    try {
      Files.writeString(script, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!script.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot be made executable: " + script);
    }
  }
}
