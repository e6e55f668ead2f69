package dev.shardline.systemtests.work;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A source over HTTP whose bodies are of any size, and in no memory. */
public final class LargeSource implements AutoCloseable {

  private static final byte[] PIECE = new byte[1024 * 1024];

  static {
    new Random(7).nextBytes(PIECE);
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /** Listens on a free port. */
  public LargeSource() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", LargeSource::answer);
    server.start();
  }

  /** A body of so many mebibytes. */
  public URI uri(int mebibytes) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + mebibytes);
  }

  /** The hash of that body, in lower-case hexadecimal digits. */
  public static String sha256(int mebibytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < mebibytes; i++) {
        digest.update(PIECE);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int mebibytes = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
      exchange.sendResponseHeaders(200, (long) mebibytes * PIECE.length);
      try (OutputStream out = exchange.getResponseBody()) {
        for (int i = 0; i < mebibytes; i++) {
          out.write(PIECE);
        }
      }
    }
  }
}
