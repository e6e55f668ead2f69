package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.host.HostGates;
import dev.shardline.ingest.source.host.HostPermit;
import dev.shardline.ingest.source.host.SourceBusyException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Requests that follow redirects, each within what its host bears. Thread-safe. */
final class FollowedRequests {

  private static final int MAX_REDIRECTS = 5;

  private final HttpCalls calls;
  private final HostGates hosts;

  FollowedRequests(HttpCalls calls, HostGates hosts) {
    this.calls = calls;
    this.hosts = hosts;
  }

  /**
   * Begins to fetch a source.
   *
   * @return the response that is no redirect; closed by the caller
   * @throws dev.shardline.ingest.source.host.SourceBusyException if nothing can be asked now
   */
  HttpExchange begin(HttpTarget target, Deadline deadline) throws IOException {
    return follow(target, hosts.enter(target.host()), deadline);
  }

  /** Goes on with a source that has begun: waits for its host. */
  HttpExchange goOn(HttpTarget target, Deadline deadline) throws IOException {
    return follow(target, await(target, deadline), deadline);
  }

  private HttpExchange follow(HttpTarget first, HostPermit entered, Deadline deadline)
      throws IOException {
    HttpTarget target = first;
    HostPermit permit = entered;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpExchange exchange = send(target, permit, deadline);
      if (!Redirect.isIn(exchange)) {
        return exchange;
      }
      try (exchange) {
        target = Redirect.follow(exchange);
      }
      permit = await(target, deadline);
    }
    permit.close();
    throw new IngestFailedException(
        Reason.REDIRECT_REFUSED,
        "uri: %s redirects more than %d times".formatted(first.origin(), MAX_REDIRECTS));
  }

  private HttpExchange send(HttpTarget target, HostPermit permit, Deadline deadline)
      throws IOException {
    try {
      HttpExchange exchange = calls.send(target, deadline);
      exchange.closes(permit);
      if (exchange.status() == 429 || exchange.status() == 503) {
        permit.refused(RetryAfter.in(exchange.headers(), Instant.now()).orElse(Duration.ZERO));
      } else {
        permit.answered(System.nanoTime());
      }
      return exchange;
    } catch (IOException | RuntimeException e) {
      permit.close();
      throw e;
    }
  }

  /** What was asked already counts: to begin anew without an end would never come to an answer. */
  private HostPermit await(HttpTarget target, Deadline deadline) throws IOException {
    try {
      return hosts.await(target.host(), deadline.left());
    } catch (SourceBusyException e) {
      throw IngestFailedException.passing(
          Reason.TIMEOUT,
          "uri: %s bears no further request in time (ingest.http.total-timeout)"
              .formatted(target.origin()),
          e);
    }
  }
}
