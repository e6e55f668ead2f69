package dev.shardline.ingest.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeout is one that only a fetch that hangs exceeds. */
@Timeout(60)
class HttpFetcherTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
  private static final Duration FOR_EVER = Duration.ofMinutes(10);

  private SourceServer server;
  private final HttpFetcher fetcher = fetcher(Duration.ofSeconds(20), Duration.ofSeconds(40));

  @BeforeEach
  void startServer() throws IOException {
    server = new SourceServer();
  }

  @AfterEach
  void stopServer() {
    fetcher.close();
    server.close();
  }

  @Test
  void fetchesABody() throws IOException {
    server.on("/data", 200, "[1, 2, 3]");

    assertThat(fetch(server.uri("/data"))).isEqualTo("[1, 2, 3]");
  }

  @Test
  void fetchesAnEmptyBody() throws IOException {
    server.on("/empty", 204, "");

    assertThat(fetch(server.uri("/empty"))).isEmpty();
  }

  @Test
  void fetchesABodyOfManyPieces() throws IOException {
    String body = "0123456789abcdef".repeat(100_000);
    server.on("/large", 200, body);

    assertThat(fetch(server.uri("/large"))).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 304, 400, 404, 500, 503})
  void refusesAStatusOtherThanSuccess(int status) {
    server.on("/data", status, "");

    assertThat(failureOf(fetcher, server.uri("/data")).failure())
        .satisfies(failure -> {
          assertThat(failure.reason()).isEqualTo(Reason.HTTP_STATUS);
          assertThat(failure.message()).contains("status " + status);
        });
  }

  @Test
  void reportsAHostThatListensOnNoPort() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    IngestFailedException failed = failureOf(fetcher, URI.create("http://127.0.0.1:" + port));

    assertThat(failed.failure().reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failed).hasMessageContaining("http://127.0.0.1:" + port);
  }

  @Test
  void reportsAHostThatCannotBeFound() {
    URI uri = URI.create("http://does-not-exist.invalid/data");

    assertThat(failureOf(fetcher, uri).failure().reason()).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void endsTheWaitForAResponse() throws IOException {
    try (HttpFetcher impatient = fetcher(Duration.ofMillis(200), FOR_EVER);
        RawServer silent = RawServer.stallingAfter("")) {
      assertThat(failureOf(impatient, silent.uri()).failure().reason()).isEqualTo(Reason.TIMEOUT);
    }
  }

  @Test
  void endsABodyThatStalls() throws IOException {
    try (HttpFetcher impatient = fetcher(Duration.ofMillis(200), FOR_EVER);
        RawServer stalling = RawServer.stallingAfter(OK + "some of it")) {
      IngestFailedException failed = failureOf(impatient, stalling.uri());

      assertThat(failed.failure().reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failed).hasMessageContaining("stopped for too long");
    }
  }

  @Test
  void endsABodyThatDrips() throws IOException {
    try (HttpFetcher impatient = fetcher(Duration.ofSeconds(20), Duration.ofMillis(500));
        RawServer dripping = RawServer.drippingAfter(OK)) {
      IngestFailedException failed = failureOf(impatient, dripping.uri());

      assertThat(failed.failure().reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failed).hasMessageContaining("not complete in time");
    }
  }

  @Test
  void noticesATruncatedBody() throws IOException {
    try (RawServer truncating = RawServer.closingAfter(OK + "some of it")) {
      assertThat(failureOf(fetcher, truncating.uri()).failure().reason())
          .isEqualTo(Reason.TRUNCATED_BODY);
    }
  }

  @Test
  void noticesATruncatedBodyOfChunks() throws IOException {
    try (RawServer truncating =
        RawServer.closingAfter(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")) {
      assertThat(failureOf(fetcher, truncating.uri()).failure().reason())
          .isEqualTo(Reason.TRUNCATED_BODY);
    }
  }

  @Test
  void reportsWhatIsNotHttp() throws IOException {
    try (RawServer other = RawServer.closingAfter("220 ready for mail\r\n")) {
      assertThat(failureOf(fetcher, other.uri()).failure().reason())
          .isEqualTo(Reason.SOURCE_BROKEN);
    }
  }

  @Test
  void stopsReadingWhenTheBodyIsNoLongerWanted() throws IOException {
    RuntimeException unwanted = new IllegalStateException("too large");
    try (RawServer dripping = RawServer.drippingAfter(OK)) {
      assertThatThrownBy(() ->
              fetcher.fetch(
                  new SourceTarget(dripping.uri(), Map.of()),
                  new OutputStream() {
                    @Override
                    public void write(int octet) {
                      throw unwanted;
                    }
                  }))
          .isSameAs(unwanted);
    }
  }

  @Test
  void followsRedirectsWithTheSecretsOfTheirOrigin() throws IOException {
    BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    redirect("/old", server.uri("/new").toString());
    server.on(
        "/new",
        exchange -> {
          tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Token")));
          SourceServer.answer(exchange, 200, "here");
        });

    assertThat(fetch(server.uri("/old"), Map.of("X-Token", "s3cret"))).isEqualTo("here");

    assertThat(tokens).containsExactly("s3cret");
  }

  @Test
  void takesNoSecretsToAnotherOrigin() throws IOException {
    BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    try (SourceServer other = new SourceServer()) {
      other.on(
          "/",
          exchange -> {
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Token")));
            SourceServer.answer(exchange, 200, "elsewhere");
          });
      redirect("/old", other.uri("/").toString());

      assertThat(fetch(server.uri("/old"), Map.of("X-Token", "s3cret"))).isEqualTo("elsewhere");
    }
    assertThat(tokens).containsExactly("null");
  }

  @Test
  void followsRelativeRedirects() throws IOException {
    redirect("/a/old", "../new?page=1");
    server.on("/new", 200, "here");

    assertThat(fetch(server.uri("/a/old"))).isEqualTo("here");
  }

  @Test
  void endsRedirectsThatGoInACircle() {
    redirect("/circle", "/circle");

    IngestFailedException failed = failureOf(fetcher, server.uri("/circle"));

    assertThat(failed.failure().reason()).isEqualTo(Reason.REDIRECT_REFUSED);
    assertThat(failed).hasMessageContaining("more than 5 times");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/"})
  void followsNoRedirectToAnotherScheme(String location) {
    redirect("/old", location);

    IngestFailedException failed = failureOf(fetcher, server.uri("/old"));

    assertThat(failed.failure().reason()).isEqualTo(Reason.REDIRECT_REFUSED);
    assertThat(failed).hasMessageContaining("which is not followed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http:///nohost", "http:opaque"})
  void refusesAUriWithoutAHost(String uri) {
    assertThat(failureOf(fetcher, URI.create(uri)).failure().reason())
        .isEqualTo(Reason.INVALID_FIELD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Content-Length", "no header"})
  void refusesAHeaderThatCannotBeSetAndKeepsItsSecret(String header) {
    IngestFailedException failed =
        catchThrowableOfType(
            IngestFailedException.class,
            () -> fetch(server.uri("/data"), Map.of(header, "s3cret\r\n")));

    assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(failed).hasMessageContaining("headers." + header).hasNoCause();
    assertThat(failed.getMessage()).doesNotContain("s3cret");
  }

  @Test
  void keepsTheSecretsOfAUriToItself() {
    server.on("/data", 404, "");
    URI uri = URI.create(server.uri("/data?key=s3cret").toString().replace("//", "//me:s3cret@"));

    assertThat(failureOf(fetcher, uri)).message().doesNotContain("s3cret");
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    server.on("/data", 200, "here");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> fetch(server.uri("/data"))).isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();
  }

  private void redirect(String from, String to) {
    server.on(
        from,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          SourceServer.answer(exchange, 302, "");
        });
  }

  private String fetch(URI uri) throws IOException {
    return fetch(uri, Map.of());
  }

  private String fetch(URI uri, Map<String, String> headers) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fetcher.fetch(new SourceTarget(uri, headers), body);
    return body.toString(UTF_8);
  }

  private static IngestFailedException failureOf(HttpFetcher fetcher, URI uri) {
    return catchThrowableOfType(
        IngestFailedException.class,
        () -> fetcher.fetch(new SourceTarget(uri, Map.of()), OutputStream.nullOutputStream()));
  }

  private static HttpFetcher fetcher(Duration read, Duration total) {
    return Fetchers.http(new HttpTimeouts(Duration.ofSeconds(2), read, total));
  }
}
