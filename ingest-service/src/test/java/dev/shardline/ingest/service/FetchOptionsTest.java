package dev.shardline.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.source.http.SourceServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request may say of how its source is fetched. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init") // set before each test
class FetchOptionsTest {

  private static final String ROWS = ", \"shards\": {\"format\": \"json\", \"field\": \"n\"}";

  private final AtomicInteger bodiesSent = new AtomicInteger();
  private ServiceClient client;
  private SourceServer server;
  private volatile String version = "\"v1\"";

  @BeforeEach
  void connect() throws IOException {
    client = new ServiceClient();
    server = new SourceServer();
    server.on(
        "/versioned",
        exchange -> {
          if (version.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            SourceServer.answer(exchange, 304, "");
          } else {
            bodiesSent.incrementAndGet();
            exchange.getResponseHeaders().set("ETag", version);
            SourceServer.answer(exchange, 200, "[{\"n\": 5}]");
          }
        });
  }

  @AfterEach
  void disconnect() {
    client.close();
    server.close();
  }

  @Test
  void anUnchangedSourceIsNotFetchedAgainIfTheRequestAllowsIt() {
    SourceOutcome.Ingested first = ingested("/versioned", ROWS);

    SourceOutcome.Ingested again = ingested("/versioned", ROWS + ", \"reuseUnchanged\": true");

    assertThat(bodiesSent).hasValue(1);
    assertThat(again.object().unchanged()).isTrue();
    assertThat(again.object().uri()).isEqualTo(first.object().uri());
    assertThat(again.object().sha256()).isEqualTo(first.object().sha256());
    assertThat(again.shardCount()).as("its rows are shards of the new job").isEqualTo(1);
    assertThat(again.id().shardsJob()).isNotEqualTo(first.id().shardsJob());
  }

  @Test
  void anUnchangedSourceIsFetchedAgainIfTheRequestDoesNotSaySo() {
    ingested("/versioned", "");

    assertThat(ingested("/versioned", "").object().unchanged()).isFalse();
    assertThat(bodiesSent).hasValue(2);
  }

  @Test
  void aChangedSourceIsFetchedAgain() {
    ingested("/versioned", ", \"reuseUnchanged\": true");
    version = "\"v2\"";

    assertThat(ingested("/versioned", ", \"reuseUnchanged\": true").object().unchanged()).isFalse();
    assertThat(bodiesSent).hasValue(2);
  }

  @Test
  void anUnchangedSourceIsFetchedAgainIfItsBodyIsGone() throws IOException {
    Files.delete(Path.of(ingested("/versioned", "").object().uri()));

    assertThat(ingested("/versioned", ", \"reuseUnchanged\": true").object().unchanged()).isFalse();
    assertThat(bodiesSent).hasValue(2);
  }

  @Test
  void pagesBecomeOneBodyAndTheirRowsOneJob() {
    page("/1", "[{\"n\": 1}, {\"n\": 2}]", "/2");
    page("/2", "[{\"n\": 3}]", "/3");
    server.on("/3", 200, "[]");

    SourceOutcome.Ingested outcome = ingested("/1", ROWS + ", \"maxPages\": 3");

    assertThat(outcome.object().pages()).isEqualTo(3);
    assertThat(outcome.shardCount()).isEqualTo(3);
    assertThat(Path.of(outcome.object().uri()))
        .hasContent("[{\"n\": 1}, {\"n\": 2}]\n[{\"n\": 3}]\n[]\n");
  }

  @Test
  void moreThanTheRequestAcceptsIsRefused() {
    server.on("/data", 200, "abcd");

    assertThat(client.outcome(client.request("api", server.uri("/data"), ", \"maxBytes\": 3")))
        .isInstanceOfSatisfying(
            SourceOutcome.Failed.class,
            failed -> {
              assertThat(failed.failure().reason()).isEqualTo(Reason.BODY_TOO_LARGE);
              assertThat(failed.message()).isEqualTo("the body is larger than 3 bytes (maxBytes)");
            });
    assertThat(ingested("/data", ", \"maxBytes\": 4").object().bytes()).isEqualTo(4);
  }

  private void page(String path, String body, String next) {
    server.on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Link", "<" + next + ">; rel=\"next\"");
          SourceServer.answer(exchange, 200, body);
        });
  }

  private SourceOutcome.Ingested ingested(String path, String fields) {
    SourceId id = client.request("api", server.uri(path), fields);
    SourceOutcome outcome = client.outcome(id);
    assertThat(outcome).isInstanceOf(SourceOutcome.Ingested.class);
    return (SourceOutcome.Ingested) outcome;
  }
}
