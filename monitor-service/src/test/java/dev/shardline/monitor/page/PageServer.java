package dev.shardline.monitor.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/**
 * Serves the page's files below a prefix, as behind a reverse proxy, under the strictest policy
 * that it has to work with, and answers its requests for data as a test says. Safe for use by many
 * threads.
 */
final class PageServer implements AutoCloseable {

  private static final String PREFIX = "/ops/monitor/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html",
          "text/html; charset=utf-8",
          "js",
          "text/javascript",
          "css",
          "text/css",
          "svg",
          "image/svg+xml");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<HttpExchange> streams = new ConcurrentLinkedQueue<>();
  private final AtomicLong fileBytes = new AtomicLong();
  private volatile JsonNode overview;
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile boolean away;
  private volatile int recordStatus = 404;
  private volatile JsonNode record = JsonNodeFactory.instance.objectNode();

  PageServer(JsonNode overview) throws IOException {
    this.overview = overview;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext(PREFIX, this::file);
    server.createContext(PREFIX + "api/overview", this::overview);
    server.createContext(
        PREFIX + "api/record", e -> answer(e, recordStatus, "application/json", bytes(record)));
    server.createContext(PREFIX + "api/stream", this::stream);
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String address() {
    return origin() + PREFIX;
  }

  /** Bytes of files, without data, that were asked for so far. */
  long fileBytes() {
    return fileBytes.get();
  }

  /** Sends an event to every page that listens, once one does; whoever asks later gets the same. */
  void send(JsonNode event) {
    overview = event;
    Awaitility.await().until(() -> !streams.isEmpty());
    streams.removeIf(stream -> !sent(stream, event));
  }

  /** Lets requests for the overview wait, while events go on, until the latch is counted down. */
  CountDownLatch holdOverview() {
    held = new CountDownLatch(1);
    return held;
  }

  /** Ends all streams and answers 503 to everything but files, until {@link #comeBack}. */
  void goAway() {
    away = true;
    endStreams();
  }

  void comeBack(JsonNode event) {
    overview = event;
    away = false;
  }

  /** Ends the streams only: they can be opened again at once. */
  void endStreams() {
    for (HttpExchange stream = streams.poll(); stream != null; stream = streams.poll()) {
      stream.close();
    }
  }

  /** What a request for a record is answered with. */
  void record(int status, JsonNode body) {
    record = body;
    recordStatus = status;
  }

  private void stream(HttpExchange exchange) throws IOException {
    if (away) {
      answer(exchange, 503, "text/plain", new byte[0]);
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    if (sent(exchange, newest(overview))) {
      streams.add(exchange);
    }
  }

  private void overview(HttpExchange exchange) throws IOException {
    byte[] body = bytes(overview);
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer(exchange, 200, "application/json", body);
  }

  // As agreed, an event has the newest point of each group only. It is read later than what is
  // asked for.
  private static JsonNode newest(JsonNode overview) {
    ObjectNode event = Overviews.later((ObjectNode) overview, Duration.ofMillis(1));
    for (JsonNode group : event.path("history")) {
      ArrayNode points = (ArrayNode) group.path("points");
      while (points.size() > 1) {
        points.remove(0);
      }
    }
    return event;
  }

  private static boolean sent(HttpExchange stream, JsonNode event) {
    try {
      stream.getResponseBody().write(("data: " + event + "\n\n").getBytes(UTF_8));
      stream.getResponseBody().flush();
      return true;
    } catch (IOException e) {
      stream.close();
      return false;
    }
  }

  private void file(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
    String name = path.isEmpty() ? "index.html" : path;
    try (InputStream file = PageServer.class.getResourceAsStream("/META-INF/resources/" + name)) {
      if (file == null) {
        answer(exchange, 404, "text/plain", new byte[0]);
        return;
      }
      byte[] body = file.readAllBytes();
      fileBytes.addAndGet(body.length);
      exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'self'");
      answer(
          exchange,
          200,
          TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"),
          body);
    }
  }

  private void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    int told = away && type.equals("application/json") ? 503 : status;
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(told, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(UTF_8);
  }

  @Override
  public void close() {
    endStreams();
    server.stop(0);
    threads.shutdownNow();
  }
}
