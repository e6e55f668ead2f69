package dev.shardline.ingest.source.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on loopback that need not keep to any protocol. */
public final class RawServer implements AutoCloseable {

  private final ServerSocket listening;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param response is written to every connection, which is then closed
   */
  public RawServer(Response response) throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(response));
  }

  /** Writes the text, then nothing, without closing the connection. */
  public static RawServer stallingAfter(String text) throws IOException {
    return new RawServer((out, server) -> {
      out.write(text.getBytes(US_ASCII));
      out.flush();
      server.closed.await();
    });
  }

  /** Writes the text, then closes the connection. */
  public static RawServer closingAfter(String text) throws IOException {
    return new RawServer((out, _) -> out.write(text.getBytes(US_ASCII)));
  }

  /** Writes a whole response with a short body, its second half after that time. */
  public static RawServer answeringAfter(Duration pause) throws IOException {
    return new RawServer((out, server) -> {
      out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na".getBytes(US_ASCII));
      out.flush();
      if (!server.closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        out.write('b');
      }
    });
  }

  /** Writes the text, then a byte every few milliseconds, for ever. */
  public static RawServer drippingAfter(String text) throws IOException {
    return new RawServer((out, server) -> {
      out.write(text.getBytes(US_ASCII));
      do {
        out.write('x');
        out.flush();
      } while (!server.closed.await(20, TimeUnit.MILLISECONDS));
    });
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listening.close();
  }

  private void accept(Response response) {
    while (true) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> answer(socket, response));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void answer(Socket socket, Response response) {
    try (socket) {
      byte[] request = new byte[8192];
      if (socket.getInputStream().read(request) > 0) {
        response.write(socket.getOutputStream(), this);
        socket.shutdownOutput();
      }
    } catch (IOException e) {
      // The client has gone, which is what these tests make it do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes a response. */
  @FunctionalInterface
  public interface Response {

    /** Writes to one connection. */
    void write(OutputStream out, RawServer server) throws IOException, InterruptedException;
  }
}
