package dev.shardline.broker;

import dev.shardline.process.ChildJvm;
import dev.shardline.process.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Kafka broker in a JVM of its own: one node, KRaft, on loopback. Without authentication, unless
 * its settings say otherwise.
 */
public final class LocalBroker implements AutoCloseable {

  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(50);

  private final ChildJvm jvm;
  private final int port;

  private LocalBroker(ChildJvm jvm, int port) {
    this.jvm = jvm;
    this.port = port;
  }

  /**
   * Starts a broker and returns once clients can connect.
   *
   * @throws IllegalStateException if it ends instead, or does not listen in time
   * @throws UncheckedIOException if its directory cannot be written
   */
  public static LocalBroker start(BrokerDistribution distribution, BrokerSettings settings)
      throws InterruptedException {
    LocalBroker broker = launch(distribution, settings);
    try {
      broker.awaitReady();
    } catch (IllegalStateException | InterruptedException e) {
      broker.close();
      throw e;
    }
    return broker;
  }

  /**
   * Starts the process and returns at once, so that whoever asked owns it from its first moment.
   *
   * @throws UncheckedIOException if its directory cannot be written
   */
  public static LocalBroker launch(BrokerDistribution distribution, BrokerSettings settings) {
    Path properties = settings.directory().resolve("server.properties");
    try {
      Files.createDirectories(settings.directory());
      Files.writeString(properties, settings.serverProperties());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare a broker in " + settings.directory(), e);
    }
    List<String> options = new ArrayList<>(List.of("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC"));
    options.addAll(settings.logOptions());
    JvmCommand command =
        new JvmCommand(
            options,
            distribution.classPath(),
            BrokerMain.class.getName(),
            List.of(properties.toString(), settings.dataDirectory().toString()),
            Map.of());
    return new LocalBroker(
        ChildJvm.start("the Kafka broker", command, settings.directory().resolve("broker.log")),
        settings.port());
  }

  /** Where clients connect: {@code host:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Its process, for those who want to stop, pause or kill it. */
  public ChildJvm jvm() {
    return jvm;
  }

  /** Stops the broker; its data stays. */
  @Override
  public void close() {
    jvm.close();
  }

  /**
   * Waits until clients can connect.
   *
   * @throws IllegalStateException if it ends instead, or does not listen in time
   */
  public void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    // KRaft opens the client listener only when the broker is unfenced: a connection means ready.
    while (!isListening()) {
      jvm.requireAlive();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the broker does not listen on port "
                + port
                + " after "
                + START_TIMEOUT.toSeconds()
                + " s:\n"
                + jvm.lastLines(15));
      }
      Thread.sleep(PROBE_INTERVAL);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
