package dev.shardline.cli.cluster;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * How a cluster is reached.
 *
 * @param bootstrapServer {@code host:port} of one or more brokers, separated by commas
 * @param properties for every Kafka client; they may hold secrets
 */
public record ClusterSettings(String bootstrapServer, Map<String, String> properties) {

  /** Where a broker listens that was started on this machine without further ado. */
  public static final String DEFAULT_BOOTSTRAP_SERVER = "localhost:9092";

  public ClusterSettings {
    properties = Map.copyOf(properties);
  }

  /** A cluster that needs no further properties. */
  public static ClusterSettings of(String bootstrapServer) {
    return new ClusterSettings(bootstrapServer, Map.of());
  }

  /**
   * A cluster whose clients need properties from a file.
   *
   * @throws ClientPropertiesException if the file cannot be read as Java properties
   */
  public static ClusterSettings of(String bootstrapServer, Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new ClientPropertiesException("--command-config: no such file: " + file, e);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new ClientPropertiesException(
          "--command-config: " + file + " is not a file of Java properties in UTF-8", e);
    } catch (IOException e) {
      throw new ClientPropertiesException(
          "--command-config: " + file + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
    return new ClusterSettings(
        bootstrapServer,
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty)));
  }

  /** Names no property's value: it may be a secret. */
  @Override
  public String toString() {
    return bootstrapServer + " with properties " + properties.keySet();
  }
}
