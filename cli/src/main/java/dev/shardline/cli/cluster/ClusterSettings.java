package dev.shardline.cli.cluster;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
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

  private static final Pattern ADDRESS = Pattern.compile("\\S+:\\d{1,5}");

  /**
   * @throws ClusterSettingsException if the address is not {@code host:port}, or several of them
   */
  public ClusterSettings {
    properties = Map.copyOf(properties);
    boolean valid =
        Arrays.stream(bootstrapServer.split(",", -1))
            .allMatch(address -> ADDRESS.matcher(address.strip()).matches());
    if (!valid) {
      throw new ClusterSettingsException(
          "--bootstrap-server: expected HOST:PORT, or several separated by commas, was \""
              + bootstrapServer
              + "\"",
          null);
    }
  }

  /** A cluster that needs no further properties. */
  public static ClusterSettings of(String bootstrapServer) {
    return new ClusterSettings(bootstrapServer, Map.of());
  }

  /**
   * A cluster whose clients need properties from a file.
   *
   * @throws ClusterSettingsException if the file cannot be read as Java properties
   */
  public static ClusterSettings of(String bootstrapServer, Path file) {
    return new ClusterSettings(bootstrapServer, read(file));
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file", e);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw unreadable(file, "expected Java properties in UTF-8", e);
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }

  private static ClusterSettingsException unreadable(Path file, String why, Exception cause) {
    return new ClusterSettingsException("--command-config " + file + ": " + why, cause);
  }

  /** Names no property's value: it may be a secret. */
  @Override
  public String toString() {
    return bootstrapServer + " with properties " + properties.keySet();
  }
}
