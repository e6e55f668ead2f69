package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Turns what is asked for into a request and its headers. */
final class HttpHeaders {

  /** They belong to the connection, or to what the fetcher itself asks for. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "keep-alive",
          "proxy-authorization",
          "range",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HttpHeaders() {}

  static Request request(HttpTarget target) throws IngestFailedException {
    Request.Builder request =
        new Request.Builder().url(target.url()).header("User-Agent", "shardline");
    for (Map.Entry<String, String> header : target.headers().entrySet()) {
      set(request, header.getKey(), header.getValue());
    }
    setValidator(request, "If-None-Match", target.known().etag());
    setValidator(request, "If-Modified-Since", target.known().lastModified());
    return request.build();
  }

  private static void setValidator(Request.Builder request, String name, @Nullable String value) {
    if (value != null) {
      try {
        request.header(name, value);
      } catch (IllegalArgumentException e) {
        // The source said what no header may say: it cannot be asked, and its body comes anew.
      }
    }
  }

  private static void set(Request.Builder request, String name, String value)
      throws IngestFailedException {
    try {
      if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(name);
      }
      request.header(name, value);
    } catch (IllegalArgumentException e) {
      // Without the cause, whose message may hold the secret.
      throw new IngestFailedException(
          Reason.INVALID_FIELD,
          "headers.%s: expected a header that a client may set, and a secret that is a header's value"
              .formatted(name));
    }
  }
}
