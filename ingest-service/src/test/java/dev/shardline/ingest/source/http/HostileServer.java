package dev.shardline.ingest.source.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A server that means harm: what it sends depends on the path. It logs who connects. */
final class HostileServer implements AutoCloseable {

  private static final byte[] ENDLESS_NOISE = "x".repeat(8192).getBytes(US_ASCII);

  /** Writes what it likes. */
  private interface Attack {
    void on(OutputStream out) throws IOException;
  }

  private final ServerSocket listening;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private volatile String redirectTarget = "/";

  private final Map<String, Attack> attacks =
      Map.ofEntries(
          Map.entry("/ok", out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")),
          Map.entry("/redirect", this::redirect),
          Map.entry("/one-long-header", out -> endless(out, "HTTP/1.1 200 OK\r\nX-Long: ")),
          Map.entry("/many-headers", HostileServer::manyHeaders),
          Map.entry("/endless-status", out -> endless(out, "HTTP/1.1 200 ")),
          Map.entry("/endless-continue", HostileServer::endlessContinue),
          Map.entry("/endless-chunks", HostileServer::endlessChunks),
          Map.entry("/endless-chunk-size", out -> endless(out, chunked() + "5;x=")),
          Map.entry("/endless-trailer", out -> endless(out, chunked() + "0\r\nX-Trailer: ")),
          Map.entry("/endless-body", out -> endless(out, "HTTP/1.1 200 OK\r\n\r\n")),
          Map.entry("/bomb", HostileServer::bomb),
          Map.entry("/drip", HostileServer::drip),
          Map.entry("/silence", out -> sleep(60_000)),
          Map.entry(
              "/truncated", out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[1,")),
          Map.entry("/truncated-gzip", HostileServer::truncatedGzip),
          Map.entry("/wrong-gzip", HostileServer::wrongGzip),
          Map.entry("/wrong-digest", HostileServer::wrongDigest),
          Map.entry(
              "/encoded",
              out ->
                  write(
                      out,
                      "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n[]")),
          Map.entry("/no-http", out -> write(out, "220 ready for mail\r\n")),
          Map.entry("/negative", out -> write(out, chunked() + "-1\r\n")));

  /**
   * @param address where to listen, such as 127.0.0.2
   */
  HostileServer(String address) throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getByName(address));
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** What was asked for, and an empty text for each connection that asked for nothing yet. */
  List<String> log() {
    return List.copyOf(log);
  }

  /** Where {@code /redirect} leads. */
  void redirectTo(String target) {
    redirectTarget = target;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        log.add("");
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      byte[] request = new byte[8192];
      int count = socket.getInputStream().read(request);
      String head = new String(request, 0, Math.max(0, count), US_ASCII);
      String path = head.substring(head.indexOf('/'), head.indexOf(" HTTP"));
      log.add(path);
      Attack attack = attacks.get(path);
      if (attack != null) {
        attack.on(socket.getOutputStream());
        socket.shutdownOutput();
      }
    } catch (IOException | UncheckedIOException e) {
      // The client has gone, which is what it should do.
    }
  }

  private void redirect(OutputStream out) throws IOException {
    write(
        out, "HTTP/1.1 302 Found\r\nLocation: " + redirectTarget + "\r\nContent-Length: 0\r\n\r\n");
  }

  private static String chunked() {
    return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  }

  private static void endless(OutputStream out, String beginning) throws IOException {
    write(out, beginning);
    while (true) {
      out.write(ENDLESS_NOISE);
    }
  }

  private static void manyHeaders(OutputStream out) throws IOException {
    write(out, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; ; i++) {
      write(out, "X-Header-" + i + ": " + "v".repeat(100) + "\r\n");
    }
  }

  private static void endlessContinue(OutputStream out) throws IOException {
    while (true) {
      write(out, "HTTP/1.1 103 Early Hints\r\nX-Hint: " + "h".repeat(1000) + "\r\n\r\n");
    }
  }

  private static void endlessChunks(OutputStream out) throws IOException {
    write(out, chunked());
    while (true) {
      write(out, "1000\r\n");
      out.write(ENDLESS_NOISE, 0, 0x1000);
      write(out, "\r\n");
    }
  }

  private static void bomb(OutputStream out) throws IOException {
    gzipHead(out);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 1000; i++) {
        gzip.write(zeros);
      }
    }
  }

  private static void truncatedGzip(OutputStream out) throws IOException {
    gzipHead(out);
    byte[] whole = gzipped("[1, 2, 3]");
    out.write(whole, 0, whole.length - 6);
  }

  private static void wrongGzip(OutputStream out) throws IOException {
    gzipHead(out);
    byte[] whole = gzipped("[1, 2, 3]");
    whole[whole.length - 6] ^= 1; // in the checksum of the content
    out.write(whole);
  }

  private static void wrongDigest(OutputStream out) throws IOException {
    write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nRepr-Digest:"
            + " sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:\r\n\r\n[]");
  }

  private static void drip(OutputStream out) throws IOException {
    write(out, "HTTP/1.1 200 OK\r\n\r\n");
    while (true) {
      write(out, "x");
      sleep(20);
    }
  }

  private static void gzipHead(OutputStream out) throws IOException {
    write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n");
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
