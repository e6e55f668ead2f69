package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.util.Set;
import okhttp3.HttpUrl;

/** Where a response sends its reader instead. */
final class Redirect {

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirect() {}

  /** Whether the response is a redirect that can be followed. */
  static boolean isIn(HttpExchange exchange) {
    return STATUSES.contains(exchange.status()) && exchange.header("Location").isPresent();
  }

  /**
   * The target that the response names, without the secrets if it is of another origin.
   *
   * @throws IngestFailedException if it may not be followed
   */
  static HttpTarget follow(HttpExchange exchange) throws IngestFailedException {
    HttpTarget from = exchange.target();
    HttpUrl to = from.url().resolve(exchange.header("Location").orElseThrow());
    if (to == null) {
      throw refused(exchange, "to what is no URI of http or https");
    }
    if (from.url().isHttps() && !to.isHttps()) {
      throw refused(exchange, "from https to http");
    }
    return from.at(to);
  }

  private static IngestFailedException refused(HttpExchange exchange, String where) {
    return new IngestFailedException(
        Reason.REDIRECT_REFUSED,
        "uri: %s answered with status %d and redirects %s, which is not followed"
            .formatted(exchange.target().origin(), exchange.status(), where));
  }
}
