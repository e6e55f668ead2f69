package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceTarget;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where a response sends its reader instead. Followed here and not by {@code HttpClient}, which
 * would send the request's headers, and so secrets, to whatever host it is sent to.
 */
final class Redirect {

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirect() {}

  /** Whether the response is a redirect that can be followed. */
  static boolean isIn(HttpResponse<?> response) {
    return STATUSES.contains(response.statusCode())
        && response.headers().firstValue("Location").isPresent();
  }

  /**
   * The target that the response names, without the secrets if it is of another origin.
   *
   * @throws IngestFailedException if it may not be followed
   */
  static SourceTarget follow(SourceTarget from, HttpResponse<?> response)
      throws IngestFailedException {
    URI uri = location(from, response);
    SourceTarget plain = new SourceTarget(uri, Map.of());
    String scheme = scheme(uri);
    if (!scheme.equals("https") && !scheme.equals(scheme(from.uri()))) {
      throw new IngestFailedException(
          Reason.HTTP_STATUS,
          "uri: %s answered with status %d and redirects to scheme %s, which is not followed"
              .formatted(from.origin(), response.statusCode(), scheme));
    }
    return plain.origin().equals(from.origin()) ? new SourceTarget(uri, from.headers()) : plain;
  }

  private static URI location(SourceTarget from, HttpResponse<?> response)
      throws IngestFailedException {
    try {
      return from.uri().resolve(response.headers().firstValue("Location").orElseThrow());
    } catch (IllegalArgumentException e) {
      throw new IngestFailedException(
          Reason.SOURCE_BROKEN, "uri: %s redirects to what is no URI".formatted(from.origin()), e);
    }
  }

  private static String scheme(URI uri) {
    return uri.getScheme().toLowerCase(Locale.ROOT);
  }
}
