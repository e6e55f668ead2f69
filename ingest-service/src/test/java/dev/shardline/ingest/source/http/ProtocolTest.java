package dev.shardline.ingest.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.SourceTarget;
import dev.shardline.ingest.source.Validators;
import dev.shardline.ingest.source.host.HostGates;
import dev.shardline.ingest.source.host.HostLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked for, and how, of a server that has HTTP/2. */
@Timeout(60)
class ProtocolTest {

  private static final HttpTimeouts TIMEOUTS =
      new HttpTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(40));

  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private final HandshakeCertificates trusted =
      new HandshakeCertificates.Builder()
          .heldCertificate(certificate)
          .addTrustedCertificate(certificate.certificate())
          .build();
  private final MockWebServer server = new MockWebServer();
  private final HttpFetcher fetcher =
      new HttpFetcher(
          TIMEOUTS,
          new HttpCalls(
              TIMEOUTS,
              Fetchers.rules("127.0.0.0/8", "::1"),
              client ->
                  client.sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())),
          new HostGates(new HostLimits(10, Double.POSITIVE_INFINITY, Duration.ofMinutes(1))));

  @BeforeEach
  void start() throws IOException {
    server.useHttps(trusted.sslSocketFactory());
    server.start();
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
  }

  @Test
  void usesHttp2AndAsksForGzip() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Encoding", "gzip")
            .body(gzip("[1, 2]"))
            .build());

    assertThat(fetch(Validators.NONE)).isEqualTo("[1, 2]");

    RecordedRequest request = server.takeRequest();
    assertThat(request.getVersion()).isEqualTo("HTTP/2");
    assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void tellsByWhatABodyCanBeRecognised() throws Exception {
    server.enqueue(
        new MockResponse(
            200,
            Headers.of("ETag", "\"v1\"", "Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"),
            "[]"));

    SourceReply reply = fetcher.fetch(target(Validators.NONE), new ByteArrayOutputStream());

    assertThat(reply)
        .isEqualTo(
            new SourceReply.Written(
                new Validators("\"v1\"", "Sun, 06 Nov 1994 08:49:37 GMT"), List.of()));
    assertThat(server.takeRequest().getHeaders().names())
        .doesNotContain("If-None-Match", "If-Modified-Since");
  }

  @Test
  void leavesABodyThatHasNotChanged() throws Exception {
    server.enqueue(new MockResponse.Builder().code(304).build());
    ByteArrayOutputStream body = new ByteArrayOutputStream();

    SourceReply reply =
        fetcher.fetch(target(new Validators("\"v1\"", "Sun, 06 Nov 1994 08:49:37 GMT")), body);

    assertThat(reply).isEqualTo(new SourceReply.Unchanged());
    assertThat(body.size()).isZero();
    Headers headers = server.takeRequest().getHeaders();
    assertThat(headers.get("If-None-Match")).isEqualTo("\"v1\"");
    assertThat(headers.get("If-Modified-Since")).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
  }

  @Test
  void asksOneHostOverOneConnection() throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(new MockResponse(200, Headers.of(), "[]"));
      fetch(Validators.NONE);
    }

    assertThat(server.takeRequest().getConnectionIndex()).isZero();
    assertThat(server.takeRequest().getConnectionIndex()).isZero();
    assertThat(server.takeRequest().getConnectionIndex()).isZero();
  }

  private String fetch(Validators known) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fetcher.fetch(target(known), body);
    return body.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private SourceTarget target(Validators known) {
    return new SourceTarget(server.url("/data").uri(), Map.of(), known, 1);
  }

  private static Buffer gzip(String text) throws IOException {
    Buffer compressed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(compressed))) {
      sink.writeUtf8(text);
    }
    return compressed;
  }
}
