package dev.shardline.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * A real Kafka broker for the tests of one JVM: in a container where Docker is, else in a forked
 * JVM. The system property {@code shardline.test.broker} decides: {@code docker}, {@code forked},
 * or {@code auto}, the default, which finds out.
 */
public interface TestBroker extends AutoCloseable {

  /** Lets tests outlive a lock in seconds; 15 s is the least by default. */
  Map<String, String> SHORT_LOCKS = Map.of("group.share.min.record.lock.duration.ms", "1000");

  /** Where clients connect. */
  String bootstrapServers();

  @Override
  void close();

  /** A broker of its own, which the caller closes. */
  static TestBroker start() {
    String choice = System.getProperty("shardline.test.broker", "auto").toLowerCase(Locale.ROOT);
    return switch (choice) {
      case "docker" -> inContainer();
      case "forked" -> forked();
      case "auto" -> DockerClientFactory.instance().isDockerAvailable() ? inContainer() : forked();
      default ->
          throw new IllegalArgumentException(
              "shardline.test.broker must be docker, forked or auto: " + choice);
    };
  }

  /** The broker that all tests of this JVM share; it ends with the JVM. */
  static TestBroker shared() {
    return Shared.BROKER;
  }

  private static TestBroker inContainer() {
    @SuppressWarnings("resource") // closed with the broker
    KafkaContainer container =
        new KafkaContainer("apache/kafka:4.4.0")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
            .withEnv("KAFKA_GROUP_SHARE_MIN_RECORD_LOCK_DURATION_MS", "1000")
            .withEnv("KAFKA_GROUP_SHARE_MIN_HEARTBEAT_INTERVAL_MS", "500")
            .withEnv("KAFKA_GROUP_SHARE_HEARTBEAT_INTERVAL_MS", "500")
            .withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "500")
            .withEnv("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "500");
    container.start();
    return new TestBroker() {
      @Override
      public String bootstrapServers() {
        return container.getBootstrapServers();
      }

      @Override
      public void close() {
        container.stop();
      }
    };
  }

  private static TestBroker forked() {
    Path home = Path.of(System.getProperty("shardline.home", ".."));
    try {
      Path directory = Files.createTempDirectory("shardline-test-broker-");
      LocalBroker broker =
          LocalBroker.start(
              BrokerDistribution.ofBuild(home),
              new BrokerSettings(
                  directory, LoopbackPorts.free(), LoopbackPorts.free(), SHORT_LOCKS));
      return new TestBroker() {
        @Override
        public String bootstrapServers() {
          return broker.bootstrapServers();
        }

        @Override
        public void close() {
          broker.close();
          delete(directory);
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a broker started", e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the shared broker when it is first asked for. */
  final class Shared {

    private static final TestBroker BROKER = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(BROKER::close));
    }

    private Shared() {}
  }
}
