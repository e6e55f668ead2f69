package dev.shardline.ingest.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures of a source may pass. */
@Timeout(60)
class HttpFailureTest {

  private static final Duration LONG = Duration.ofSeconds(40);

  private final HttpFetcher fetcher = Fetchers.http(new HttpTimeouts(LONG, LONG, LONG));
  private SourceServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new SourceServer();
  }

  @AfterEach
  void stopServer() {
    fetcher.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void aServerThatIsBusyOrCannotReachItsOwnMayPass(int status) {
    server.on("/data", status, "");

    assertThat(failureOf(server.uri("/data")).mayPass()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 410, 500, 501})
  void anyOtherStatusWillNotPass(int status) {
    server.on("/data", status, "");

    assertThat(failureOf(server.uri("/data")).mayPass()).isFalse();
  }

  @Test
  void aServerMaySayWhenToComeBack() {
    server.on(
        "/data",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "17");
          SourceServer.answer(exchange, 429, "");
        });

    assertThat(failureOf(server.uri("/data")).retryAfter()).contains(Duration.ofSeconds(17));
  }

  @Test
  void aPortThatNobodyListensOnMayPass() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThat(failureOf(URI.create("http://127.0.0.1:" + port)).mayPass()).isTrue();
  }

  @Test
  void aHostThatCannotBeFoundMayPass() {
    assertThat(failureOf(URI.create("http://does-not-exist.invalid/data")).mayPass()).isTrue();
  }

  @Test
  void silenceMayPass() throws IOException {
    HttpTimeouts brief = new HttpTimeouts(LONG, Duration.ofMillis(200), LONG);
    try (HttpFetcher impatient = Fetchers.http(brief);
        RawServer silent =
            RawServer.stallingAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[")) {
      assertThat(failureOf(impatient, silent.uri()).mayPass()).isTrue();
    }
  }

  @Test
  void aBodyThatBreaksOffMayPass() throws IOException {
    try (RawServer truncating =
        RawServer.closingAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[")) {
      assertThat(failureOf(truncating.uri()).mayPass()).isTrue();
    }
  }

  @Test
  void aConnectionThatIsResetMayPass() throws IOException {
    try (ServerSocket resetting = new ServerSocket(0)) {
      Thread.ofVirtual().start(() -> reset(resetting));

      IngestFailedException failed =
          failureOf(URI.create("http://127.0.0.1:" + resetting.getLocalPort()));

      assertThat(failed.failure().reason()).isEqualTo(Reason.SOURCE_BROKEN);
      assertThat(failed.mayPass()).isTrue();
    }
  }

  @Test
  void aServerThatSpeaksNoHttpWillNotPass() throws IOException {
    try (RawServer other = RawServer.closingAfter("220 ready for mail\r\n")) {
      assertThat(failureOf(other.uri()).mayPass()).isFalse();
    }
  }

  @Test
  void aServerThatIsNotWhoItShouldBeWillNotPass(@TempDir Path directory) throws Exception {
    try (SelfSignedServer untrusted = SelfSignedServer.start(directory)) {
      IngestFailedException failed = failureOf(untrusted.uri());

      assertThat(failed).hasMessageContaining("certification path");
      assertThat(failed.mayPass()).isFalse();
    }
  }

  /** Every connection, as the client tries a second one by itself. */
  private static void reset(ServerSocket server) {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        // Not before the request is there: a connection that ends earlier says nothing of a source.
        socket.getInputStream().read();
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private IngestFailedException failureOf(URI uri) {
    return failureOf(fetcher, uri);
  }

  private static IngestFailedException failureOf(HttpFetcher fetcher, URI uri) {
    return catchThrowableOfType(
        IngestFailedException.class,
        () -> fetcher.fetch(new SourceTarget(uri, Map.of()), OutputStream.nullOutputStream()));
  }
}
