package dev.shardline.objectstore.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers as S3 does when something is wrong, which no real one does on demand. */
public final class StubS3 implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);

  private StubS3(HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          handler.handle(exchange);
        });
    server.start();
  }

  /** Answers every request with an error. */
  public static StubS3 failing(int status, String code) throws IOException {
    return new StubS3(exchange -> {
      try (exchange) {
        exchange.getRequestBody().readAllBytes();
        byte[] body =
            "<Error><Code>%s</Code><Message>No.</Message></Error>".formatted(code).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.getResponseHeaders().add("x-amz-request-id", "R1");
        boolean bodiless = status == 304 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
          exchange.getResponseBody().write(body);
        }
      }
    });
  }

  /** Announces an object of ten bytes, gives three and closes the connection. */
  public static StubS3 truncating() throws IOException {
    return new StubS3(exchange -> {
      exchange.sendResponseHeaders(200, 10);
      exchange.getResponseBody().write("abc".getBytes(UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
    });
  }

  /** Gives the first three of ten bytes, and nothing more. */
  public static StubS3 stalling() throws IOException {
    StubS3[] self = new StubS3[1];
    self[0] =
        new StubS3(exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write("abc".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          self[0].awaitEnd(exchange);
        });
    return self[0];
  }

  /** Gives a byte of a large object now and then, for ever. */
  public static StubS3 dripping() throws IOException {
    StubS3[] self = new StubS3[1];
    self[0] =
        new StubS3(exchange -> {
          exchange.sendResponseHeaders(200, 1_000_000);
          while (!self[0].hasEnded(Duration.ofMillis(50))) {
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
          }
          exchange.close();
        });
    return self[0];
  }

  /** Takes requests and answers none. */
  public static StubS3 silent() throws IOException {
    StubS3[] self = new StubS3[1];
    self[0] = new StubS3(exchange -> self[0].awaitEnd(exchange));
    return self[0];
  }

  /** Its address. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How to connect to it. */
  public S3Connection connection() {
    return new S3Connection(Optional.empty(), Optional.of(endpoint()), true);
  }

  /** How many requests it has got. */
  public int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private boolean hasEnded(Duration within) {
    try {
      return end.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void awaitEnd(HttpExchange exchange) {
    try (exchange) {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
