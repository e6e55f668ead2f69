package dev.shardline.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.shardline.cli.source.NamedSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves the sources over HTTP on loopback, and counts how many are asked at a time. */
final class SourceServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  private SourceServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts on a free port.
   *
   * @throws UncheckedIOException if there is none
   */
  static SourceServer start(List<DemoSource> sources) {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      SourceServer served = new SourceServer(HttpServer.create(anyPort, 0));
      sources.forEach(source ->
          served.server.createContext("/" + source.name(), call -> served.answer(call, source)));
      served.server.setExecutor(served.threads);
      served.server.start();
      return served;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve the sources on loopback", e);
    }
  }

  /** A source as it is requested. */
  NamedSource named(DemoSource source) {
    int port = server.getAddress().getPort();
    return new NamedSource(
        source.name(), URI.create("http://127.0.0.1:" + port + "/" + source.name()));
  }

  /** The most requests that were under way at a time since this was last asked. */
  int mostAtOnce() {
    return mostAtOnce.getAndSet(0);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange call, DemoSource source) throws IOException {
    mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
    try (call) {
      TimeUnit.MILLISECONDS.sleep(source.delay().toMillis());
      byte[] body = source.body().getBytes(StandardCharsets.UTF_8);
      call.getResponseHeaders().set("Content-Type", "application/json");
      call.sendResponseHeaders(200, body.length);
      call.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server is being stopped");
    } finally {
      running.decrementAndGet();
    }
  }
}
