package dev.shardline.systemtests.observability;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardline.broker.LoopbackPorts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real Prometheus that scrapes services every second. */
final class PrometheusServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS_TO_STOP = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI api;

  private PrometheusServer(Process process, int port) {
    this.process = process;
    this.api = URI.create("http://127.0.0.1:" + port + "/api/v1/");
  }

  /**
   * Starts it; it may not answer yet.
   *
   * @param directory for its data and log
   * @param targets whom it scrapes, as host and port
   */
  static PrometheusServer start(Path command, Path directory, Path rules, List<String> targets)
      throws IOException {
    String addresses =
        targets.stream()
            .map(target -> "'" + target + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    Path configuration =
        Files.writeString(
            directory.resolve("prometheus.yaml"),
            """
            global:
              scrape_interval: 1s
              evaluation_interval: 1s
            rule_files: ['%s']
            scrape_configs:
              - job_name: shardline
                metrics_path: /q/metrics
                static_configs:
                  - targets: %s
            """
                .formatted(rules, addresses));
    int port = LoopbackPorts.free();
    Process process =
        new ProcessBuilder(
                command.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("prometheus.log").toFile())
            .start();
    return new PrometheusServer(process, port);
  }

  /** What an expression comes to now. */
  JsonNode query(String expression) throws IOException, InterruptedException {
    return get("query?query=" + URLEncoder.encode(expression, UTF_8)).path("result");
  }

  /** The series that were there at any time and that a selector takes. */
  JsonNode series(String selector) throws IOException, InterruptedException {
    return get("series?match[]=".replace("[]", "%5B%5D") + URLEncoder.encode(selector, UTF_8));
  }

  /** Its alert rules. */
  List<JsonNode> rules() throws IOException, InterruptedException {
    return get("rules")
        .path("groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream())
        .toList();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(api.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString(UTF_8));
    JsonNode answer = JSON.readTree(response.body());
    if (!answer.path("status").asText().equals("success")) {
      throw new IllegalArgumentException(path + ": " + answer.path("error").asText());
    }
    return answer.path("data");
  }

  @Override
  public void close() {
    http.close();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
