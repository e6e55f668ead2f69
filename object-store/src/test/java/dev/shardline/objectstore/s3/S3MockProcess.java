package dev.shardline.objectstore.s3;

import dev.shardline.broker.LoopbackPorts;
import dev.shardline.process.ChildJvm;
import dev.shardline.process.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** S3Mock in a JVM of its own, from the jar that the build copied. */
final class S3MockProcess {

  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);

  private S3MockProcess() {}

  /** Starts it, and returns once it answers; it ends with this JVM. */
  static URI start() {
    Path jar =
        Path.of(
            System.getProperty("shardline.home", ".."), "object-store/target/s3mock/s3mock.jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "no S3Mock in " + jar + ": build it with ./mvnw package -pl object-store -DskipTests");
    }
    int port = LoopbackPorts.free();
    try {
      Path directory = Files.createTempDirectory("shardline-test-s3-");
      ChildJvm jvm =
          ChildJvm.start("S3Mock", command(jar, port, directory), directory.resolve("s3mock.log"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(jvm, directory)));
      URI endpoint = URI.create("http://127.0.0.1:" + port);
      awaitReady(jvm, endpoint);
      return endpoint;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while S3Mock started", e);
    }
  }

  private static JvmCommand command(Path jar, int port, Path directory) {
    return JvmCommand.ofJar(
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        jar,
        List.of(
            "--http.port=" + port,
            "--server.port=0",
            "--com.adobe.testing.s3mock.store.root=" + directory.resolve("objects"),
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn"),
        Map.of());
  }

  private static void awaitReady(ChildJvm jvm, URI endpoint)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    while (!answers(endpoint)) {
      jvm.requireAlive();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("S3Mock does not answer:\n" + jvm.lastLines(15));
      }
      Thread.sleep(PROBE_INTERVAL);
    }
  }

  private static boolean answers(URI endpoint) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
    try {
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    } finally {
      connection.disconnect();
    }
  }

  private static void end(ChildJvm jvm, Path directory) {
    jvm.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
