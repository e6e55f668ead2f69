package dev.shardline.cli.bench.sources;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shardline.cli.source.NamedSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Sources on loopback that all take the same time to answer. */
public final class SlowSources implements AutoCloseable {

  private static final byte[] BODY = "[1, 2, 3]".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SlowSources(HttpServer server) {
    this.server = server;
  }

  /**
   * Serves them on a free port.
   *
   * @throws UncheckedIOException if there is none
   */
  public static SlowSources start() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      SlowSources sources = new SlowSources(HttpServer.create(anyPort, 1000));
      sources.server.createContext("/", SlowSources::answer);
      sources.server.setExecutor(sources.threads);
      sources.server.start();
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve sources on loopback", e);
    }
  }

  /** So many sources, each of which answers after that time. */
  public List<NamedSource> of(int count, Duration delay) {
    String origin = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return IntStream.range(0, count)
        .mapToObj(i -> new NamedSource("source-" + i, URI.create(origin + delay.toMillis())))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange call) throws IOException {
    try (call) {
      Thread.sleep(Long.parseLong(call.getRequestURI().getPath().substring(1)));
      call.sendResponseHeaders(200, BODY.length);
      call.getResponseBody().write(BODY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
