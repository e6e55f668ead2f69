package dev.shardline.ingest.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PagesTest {

  private static final Duration LONG = Duration.ofSeconds(40);

  private final HttpFetcher fetcher = Fetchers.http(new HttpTimeouts(LONG, LONG, LONG));
  private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
  private SourceServer server;
  private SourceServer other;

  @BeforeEach
  void start() throws IOException {
    server = new SourceServer();
    other = new SourceServer();
    page(server, "/1", "[1]", "/2");
    page(server, "/2", "[2, 3]", "3?x=y");
    page(server, "/3", "[4]", null);
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
    other.close();
  }

  @Test
  void areWrittenOneAfterTheOther() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();

    SourceReply reply = fetcher.fetch(target("/1", 3), body);

    assertThat(body.toString(UTF_8)).isEqualTo("[1]\n[2, 3]\n[4]\n");
    assertThat(reply).isEqualTo(new SourceReply.Written(Validators.NONE, List.of(4L, 7L, 4L)));
  }

  @Test
  void areNotLookedForUnlessTheRequestSaysSo() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();

    SourceReply reply = fetcher.fetch(target("/1", 1), body);

    assertThat(body.toString(UTF_8)).isEqualTo("[1]");
    assertThat(reply).isEqualTo(SourceReply.Written.plain());
  }

  @Test
  void areTooManyBeyondTheLimit() {
    assertThat(reasonOf(target("/1", 2))).isEqualTo(Reason.TOO_MANY_PAGES);
  }

  @Test
  void mayNotGoInACircle() {
    page(server, "/circle", "[]", "/circle");

    assertThat(reasonOf(target("/circle", 100))).isEqualTo(Reason.SOURCE_BROKEN);
  }

  @Test
  void getTheSecretsOfTheirOriginAndNoOthers() throws IOException {
    page(server, "/away", "[1]", other.uri("/there").toString());
    page(other, "/there", "[2]", null);

    fetcher.fetch(target("/1", 3), new ByteArrayOutputStream());
    assertThat(tokens).containsExactly("s3cret", "s3cret", "s3cret");
    tokens.clear();

    fetcher.fetch(target("/away", 2), new ByteArrayOutputStream());
    assertThat(tokens).containsExactly("s3cret", "null");
  }

  @Test
  void failAsAWholeIfOneFails() {
    page(server, "/broken", "[1]", "/missing");

    assertThat(reasonOf(target("/broken", 5))).isEqualTo(Reason.HTTP_STATUS);
  }

  @Test
  void countAsAnAttemptWhereTheirHostBearsNoFurtherOne() throws IOException {
    HttpTimeouts brief = new HttpTimeouts(LONG, Duration.ofSeconds(1), Duration.ofSeconds(2));
    try (HttpFetcher slow =
        new HttpFetcher(
            brief,
            Fetchers.rules("127.0.0.1"),
            new HostGates(new HostLimits(1, 0.1, Duration.ofMinutes(1))))) {
      IngestFailedException failed =
          catchThrowableOfType(
              IngestFailedException.class,
              () -> slow.fetch(target("/1", 3), new ByteArrayOutputStream()));

      assertThat(failed.failure().reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failed.mayPass()).isTrue();
    }
  }

  private void page(
      SourceServer at, String path, String body, @org.jspecify.annotations.Nullable String next) {
    at.on(
        path,
        exchange -> {
          tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Token")));
          if (next != null) {
            exchange.getResponseHeaders().set("Link", "<" + next + ">; rel=\"next\"");
          }
          SourceServer.answer(exchange, 200, body);
        });
  }

  private SourceTarget target(String path, int maxPages) {
    return new SourceTarget(
        server.uri(path), Map.of("X-Token", "s3cret"), Validators.NONE, maxPages);
  }

  private Reason reasonOf(SourceTarget target) {
    return catchThrowableOfType(
            IngestFailedException.class, () -> fetcher.fetch(target, new ByteArrayOutputStream()))
        .failure()
        .reason();
  }
}
