package dev.shardline.systemtests.secured;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Sources over HTTP: one of good rows, one with a bad row, one that comes bit by bit. */
final class Sources implements AutoCloseable {

  private static final int ROWS = 20;
  private static final long BETWEEN_ROWS_MILLIS = 100;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  Sources() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/good", exchange -> answer(exchange, "{\"number\": 7}\n", 0));
    server.createContext("/slow", exchange -> answer(exchange, "{\"number\": 7}\n", ROWS));
    server.createContext("/bad-row", exchange -> answer(exchange, "{\"number\": -1}\n", 0));
    server.start();
  }

  /** The address of a source; of one that is not there too. */
  String uri(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static void answer(HttpExchange exchange, String lastRow, int slowRows)
      throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        for (int row = 0; row < ROWS; row++) {
          out.write("{\"number\": 5}\n".getBytes(UTF_8));
          if (row < slowRows) {
            out.flush();
            TimeUnit.MILLISECONDS.sleep(BETWEEN_ROWS_MILLIS);
          }
        }
        out.write(lastRow.getBytes(UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
