package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.SourceTarget;
import dev.shardline.ingest.source.host.HostGates;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Fetches sources by GET over HTTP and HTTPS: follows redirects and pages, leaves what has not
 * changed, and asks no host for more than it bears. Thread-safe.
 */
public final class HttpFetcher implements SourceFetcher, AutoCloseable {

  private static final int NOT_MODIFIED = 304;

  private final HttpTimeouts timeouts;
  private final HttpCalls calls;
  private final HostGates hosts;
  private final FollowedRequests requests;

  /**
   * A fetcher.
   *
   * @param timeouts how long to wait for a source
   * @param rules where sources may be
   * @param hosts how many requests each host bears
   */
  public HttpFetcher(HttpTimeouts timeouts, HttpRules rules, HostGates hosts) {
    this(timeouts, new HttpCalls(timeouts, rules), hosts);
  }

  HttpFetcher(HttpTimeouts timeouts, HttpCalls calls, HostGates hosts) {
    this.timeouts = timeouts;
    this.calls = calls;
    this.hosts = hosts;
    this.requests = new FollowedRequests(calls, hosts);
  }

  @Override
  public void requireFree(SourceTarget target) throws IOException {
    hosts.requireFree(HttpTarget.of(target).host());
  }

  @Override
  public SourceReply fetch(SourceTarget target, OutputStream body) throws IOException {
    WireAllowance.begin();
    try {
      return target.maxPages() == 1 ? fetchWhole(target, body) : fetchPages(target, body);
    } finally {
      WireAllowance.end();
    }
  }

  /** Gives up what is being fetched. */
  @Override
  public void close() {
    calls.close();
  }

  private SourceReply fetchWhole(SourceTarget target, OutputStream body) throws IOException {
    Deadline deadline = Deadline.in(timeouts.total());
    HttpTarget asked = HttpTarget.of(target);
    try (HttpExchange exchange = requests.begin(asked, deadline)) {
      if (exchange.status() == NOT_MODIFIED && !asked.known().isEmpty()) {
        return new SourceReply.Unchanged();
      }
      requireSuccess(exchange);
      exchange.copyTo(body, deadline);
      return new SourceReply.Written(exchange.validators(), List.of());
    }
  }

  private SourceReply fetchPages(SourceTarget target, OutputStream body) throws IOException {
    Deadline deadline = Deadline.in(timeouts.total());
    Pages pages = new Pages(target.maxPages(), body);
    HttpTarget next = HttpTarget.of(target).unconditional();
    while (next != null) {
      pages.begin(next);
      try (HttpExchange exchange =
          pages.isEmpty() ? requests.begin(next, deadline) : requests.goOn(next, deadline)) {
        requireSuccess(exchange);
        next = pages.after(exchange, exchange.copyTo(body, deadline));
      }
    }
    return pages.reply();
  }

  private static void requireSuccess(HttpExchange exchange) throws IngestFailedException {
    if (exchange.status() < 200 || exchange.status() > 299) {
      throw HttpFailure.ofStatus(exchange);
    }
    if (exchange.status() == 206) {
      throw new IngestFailedException(
          Reason.SOURCE_BROKEN,
          "uri: %s answered with a part of the body, which was not asked for"
              .formatted(exchange.target().origin()));
    }
  }
}
