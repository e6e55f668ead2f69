package dev.shardline.systemtests.work;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A source over HTTP that holds back its first answer, wholly or from its middle, until it is let
 * go; every later answer is complete. Thread-safe.
 */
public final class NumberSource implements AutoCloseable {

  private enum Stop {
    NOWHERE,
    BEFORE_THE_ANSWER,
    IN_THE_BODY
  }

  private final byte[] body;
  private final Stop stop;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /** Answers completely at once, with so many rows. */
  public static NumberSource complete(int rows) {
    return new NumberSource(rows, Stop.NOWHERE);
  }

  /** Holds back its first answer wholly. */
  public static NumberSource silentAtFirst(int rows) {
    return new NumberSource(rows, Stop.BEFORE_THE_ANSWER);
  }

  /** Holds back half of its first answer. */
  public static NumberSource halfAtFirst(int rows) {
    return new NumberSource(rows, Stop.IN_THE_BODY);
  }

  private NumberSource(int rows, Stop stop) {
    this.body = body(rows);
    this.stop = stop;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/numbers");
  }

  /** Returns when the first answer is held back. */
  public void awaitStop() throws InterruptedException {
    reached.await();
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean first = requests.incrementAndGet() == 1;
    try (exchange) {
      if (first && stop == Stop.BEFORE_THE_ANSWER) {
        hold();
      }
      exchange.sendResponseHeaders(200, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        int half = body.length / 2;
        out.write(body, 0, half);
        out.flush();
        if (first && stop == Stop.IN_THE_BODY) {
          hold();
        }
        out.write(body, half, body.length - half);
      }
    }
  }

  private void hold() {
    reached.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] body(int rows) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      lines.append("{\"number\": ").append(1 + i % 1000).append("}\n");
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
