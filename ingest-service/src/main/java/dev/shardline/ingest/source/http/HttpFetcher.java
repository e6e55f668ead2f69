package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.SourceTarget;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;

/** Fetches sources by GET over HTTP and HTTPS. */
public final class HttpFetcher implements SourceFetcher, AutoCloseable {

  private static final int MAX_REDIRECTS = 5;

  private final HttpTimeouts timeouts;
  private final HttpClient client;

  /**
   * @param timeouts how long to wait for a source
   */
  public HttpFetcher(HttpTimeouts timeouts) {
    this.timeouts = timeouts;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeouts.connect())
            // One body at a time gains nothing from HTTP/2, and its upgrade header, which would be
            // sent over plain HTTP, confuses some servers.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public SourceReply fetch(SourceTarget target, OutputStream body) throws IOException {
    Deadline deadline = Deadline.in(timeouts.total());
    SourceTarget current = target;
    try {
      for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
            client.send(request(current, deadline), BodyHandlers.ofPublisher());
        try (PolledBody polled = new PolledBody()) {
          response.body().subscribe(polled);
          if (!Redirect.isIn(response)) {
            requireSuccess(current, response);
            polled.copyTo(body, timeouts.read(), deadline);
            return SourceReply.Written.plain();
          }
          current = Redirect.follow(current, response);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while fetching");
    } catch (IngestFailedException e) {
      throw e;
    } catch (IOException e) {
      throw HttpFailure.of(current, e);
    }
    throw new IngestFailedException(
        Reason.HTTP_STATUS,
        "uri: %s redirects more than %d times".formatted(current.origin(), MAX_REDIRECTS));
  }

  /** Gives up what is being fetched. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  /** Checks the target too: every address that is asked, redirects included, comes through here. */
  private HttpRequest request(SourceTarget target, Deadline deadline)
      throws IngestFailedException, HttpTimeoutException {
    if (deadline.left().isZero()) {
      throw new HttpTimeoutException("the redirects took too long");
    }
    HttpRequest.Builder request = HttpRequest.newBuilder().GET();
    try {
      request.uri(target.uri());
    } catch (IllegalArgumentException e) {
      throw new IngestFailedException(
          Reason.INVALID_FIELD, "uri: expected a host, such as https://host/path", e);
    }
    for (Map.Entry<String, String> header : target.headers().entrySet()) {
      setHeader(request, header.getKey(), header.getValue());
    }
    return request.timeout(deadline.atMost(timeouts.connect().plus(timeouts.read()))).build();
  }

  private static void setHeader(HttpRequest.Builder request, String name, String value)
      throws IngestFailedException {
    try {
      request.setHeader(name, value);
    } catch (IllegalArgumentException e) {
      // Without the cause, whose message may hold the secret.
      throw new IngestFailedException(
          Reason.INVALID_FIELD,
          "headers.%s: expected a header that a client may set, and a secret that is a header's value"
              .formatted(name));
    }
  }

  private static void requireSuccess(SourceTarget target, HttpResponse<?> response)
      throws IngestFailedException {
    if (response.statusCode() < 200 || response.statusCode() > 299) {
      throw HttpFailure.ofStatus(target, response);
    }
  }
}
