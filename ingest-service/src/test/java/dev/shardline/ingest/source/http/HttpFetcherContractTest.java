package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceFetcherContract;
import dev.shardline.ingest.source.host.HostGates;
import dev.shardline.ingest.source.host.HostLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class HttpFetcherContractTest extends SourceFetcherContract {

  private static final Duration LONG = Duration.ofSeconds(40);

  private final HttpFetcher fetcher =
      new HttpFetcher(
          new HttpTimeouts(LONG, LONG, LONG),
          Fetchers.rules("127.0.0.1"),
          new HostGates(new HostLimits(10, Double.POSITIVE_INFINITY, Duration.ofMinutes(1))));
  private SourceServer server;
  private HostileServer forbidden;

  @BeforeEach
  void start() throws IOException {
    server = new SourceServer();
    forbidden = new HostileServer("127.0.0.2");
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
    forbidden.close();
  }

  @Override
  protected SourceFetcher fetcher() {
    return fetcher;
  }

  @Override
  protected URI source(byte[] body) {
    server.on(
        "/body",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(body);
            }
          }
        });
    return server.uri("/body");
  }

  @Override
  protected URI missing() {
    return server.uri("/missing");
  }

  @Override
  protected Reason reasonForMissing() {
    return Reason.HTTP_STATUS;
  }

  @Override
  protected List<URI> forbidden() {
    String origin = "http://127.0.0.2:" + forbidden.port();
    return List.of(URI.create(origin + "/ok"), URI.create(origin + "/missing"));
  }

  @Override
  protected Reason reasonForForbidden() {
    return Reason.FORBIDDEN_ADDRESS;
  }
}
