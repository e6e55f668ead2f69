package dev.shardline.systemtests.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes spans as OTLP over HTTP, and remembers them. Thread-safe. */
public final class Collector implements AutoCloseable {

  private final List<ToldSpan> spans = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** Takes spans on a free port of this machine. */
  public Collector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  /** Where it is, as OTEL_EXPORTER_OTLP_ENDPOINT says it. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The spans so far. */
  public List<ToldSpan> spans() {
    return List.copyOf(spans);
  }

  /** The paths that were asked for so far, each with the value of the header {@code api-key}. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** All that was told so far, as bytes. */
  public String text() {
    return String.join("", bodies);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          exchange.getRequestURI().getPath()
              + " "
              + exchange.getRequestHeaders().getFirst("api-key"));
      byte[] body = body(exchange);
      bodies.add(new String(body, StandardCharsets.ISO_8859_1));
      ExportTraceServiceRequest.parseFrom(body)
          .getResourceSpansList()
          .forEach(told ->
              told.getScopeSpansList().stream()
                  .flatMap(scope -> scope.getSpansList().stream())
                  .map(span -> ToldSpan.of(told.getResource(), span))
                  .forEach(spans::add));
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] sent = in.readAllBytes();
      return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
          ? new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes()
          : sent;
    }
  }
}
