package dev.shardline.systemtests.secured;

import static org.awaitility.Awaitility.await;

import dev.shardline.broker.LoopbackPorts;
import dev.shardline.broker.secured.SecuredBroker;
import dev.shardline.process.ChildJvm;
import dev.shardline.process.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A service as a process, with a user of its own; told of both as Kubernetes would. */
final class SecuredService implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ChildJvm jvm;
  private final int port;

  private SecuredService(ChildJvm jvm, int port) {
    this.jvm = jvm;
    this.port = port;
  }

  /**
   * Starts it, and returns at once.
   *
   * @param name of its log too
   * @param settings beyond those of the broker
   */
  static SecuredService start(
      String module,
      String name,
      SecuredBroker broker,
      String user,
      Path directory,
      Map<String, String> settings) {
    int port = LoopbackPorts.free();
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    broker
        .clientProperties(user)
        .forEach((key, value) ->
            environment.put("KAFKA_" + key.replace('.', '_').toUpperCase(Locale.ROOT), value));
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    Path home = Path.of(System.getProperty("shardline.home", ".."));
    Path jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    List<String> options =
        List.of("-Xms32m", "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    return new SecuredService(
        ChildJvm.start(
            name,
            JvmCommand.ofJar(options, jar, List.of(), environment),
            directory.resolve(name + ".log")),
        port);
  }

  /** Returns when it says that it takes work. */
  void awaitReady() {
    await(jvm.name() + " is ready")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> {
          jvm.requireAlive();
          return isReady();
        });
  }

  boolean isReady() {
    try {
      return get("/q/health/ready").statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  boolean isAlive() {
    return jvm.isAlive();
  }

  /** Returns when it has logged a text. */
  void awaitLog(String text) {
    await(jvm.name() + " says: " + text).atMost(PATIENCE).until(() -> log().contains(text));
  }

  /** All that it logged so far. */
  String log() {
    try {
      return Files.readString(jvm.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it answers. */
  String body(String path) {
    return get(path).body();
  }

  /** Ends it without warning (SIGKILL). */
  void kill() {
    jvm.kill();
    jvm.handle().onExit().join();
  }

  @Override
  public void close() {
    jvm.close();
  }

  private HttpResponse<String> get(String path) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(5))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
