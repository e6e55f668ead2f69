package dev.shardline.systemtests.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shardline.broker.LoopbackPorts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images start from what they were trained to, and need no brokers to be started and live. */
class ImagesIT {

  private static final Path MAPS = Path.of("/proc/self/maps");

  /** What only a hang exceeds. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path directory;

  /** Of transform {@link FromZeroIT} says more. */
  @ParameterizedTest
  @ValueSource(strings = {"ingest", "monitor"})
  void startFromTheirAotCacheAndAreLiveWithoutBrokers(String name) throws Exception {
    if (!Files.isReadable(MAPS)) {
      System.out.println("Skipped: the steps of the images are those of a Linux");
    }
    assumeTrue(Files.isReadable(MAPS));
    int port = LoopbackPorts.free();
    Image image = Image.make(name, Files.createDirectory(directory.resolve("image")), port);
    Path log = directory.resolve("pod.log");

    Process pod =
        image.run(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "INGEST_OBJECT_STORE_DIRECTORY", directory.resolve("objects").toString()),
            log);
    try {
      await("it is started")
          .atMost(LIMIT)
          .until(() -> {
            assertThat(pod.isAlive()).as(() -> Image.text(log)).isTrue();
            return status(port, "/q/health/started") == 200;
          });
      assertThat(status(port, "/q/health/live")).isEqualTo(200);
      assertThat(Files.readString(Path.of("/proc/" + pod.pid() + "/maps")))
          .contains(image.cache().toString());
      pod.destroy();
      assertThat(pod.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      pod.destroyForcibly().waitFor();
    }
  }

  @Test
  void ofTheCommandLineRunsFromItsAotCache() throws Exception {
    assumeTrue(Files.isReadable(MAPS));
    Image image = Image.make("cli", Files.createDirectory(directory.resolve("image")), 0);
    Path log = directory.resolve("usage.log");
    Path loaded = directory.resolve("loaded.log");

    Process usage = image.run(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded), log);

    assertThat(usage.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Image.text(log)).contains("Missing required subcommand");
    assertThat(Files.readString(loaded))
        .contains(
            "dev.shardline.cli.Shardline source: shared objects file",
            "org.apache.kafka.common.config.AbstractConfig source: shared objects file");
  }

  private static int status(int port, String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      connection.setConnectTimeout(5_000);
      connection.setReadTimeout(5_000);
      return connection.getResponseCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
