package dev.shardline.systemtests;

import static org.awaitility.Awaitility.await;

import dev.shardline.process.ChildJvm;
import dev.shardline.process.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A transform-service in a JVM of its own, with one slot. */
final class TransformWorker implements AutoCloseable {

  private final String name;
  private final ChildJvm jvm;

  private TransformWorker(String name, ChildJvm jvm) {
    this.name = name;
    this.jvm = jvm;
  }

  /** Starts a worker and returns at once. */
  static TransformWorker start(String name, Path directory, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TRANSFORM_WORKER_ID", name);
    environment.put("TRANSFORM_SLOTS", "1");
    environment.put("QUARKUS_HTTP_PORT", "0");
    environment.putAll(settings);
    Path jar = Path.of(home(), "transform-service", "target", "quarkus-app", "quarkus-run.jar");
    JvmCommand command =
        JvmCommand.ofJar(List.of("-Xmx256m", "-XX:+UseSerialGC"), jar, List.of(), environment);
    return new TransformWorker(
        name, ChildJvm.start(name, command, directory.resolve(name + ".log")));
  }

  /** What its results name as their worker. */
  String name() {
    return name;
  }

  /** Its process. */
  ChildJvm jvm() {
    return jvm;
  }

  /** Returns when it takes shards. */
  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          jvm.requireAlive();
          return output().contains("Taking shards");
        });
  }

  /** All that it has printed. */
  String output() {
    try {
      return Files.readString(jvm.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    jvm.close();
  }

  private static String home() {
    return System.getProperty("shardline.home", "..");
  }
}
