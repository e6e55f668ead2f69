package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceTarget;
import dev.shardline.ingest.source.Validators;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * What one request asks for. It holds secrets, and shows none of them as text.
 *
 * @param url where it is, in the form in which it is asked for
 * @param headers header names and their secret values
 * @param known of the body that was fetched before
 */
record HttpTarget(HttpUrl url, Map<String, String> headers, Validators known) {

  /**
   * A source's own.
   *
   * @throws IngestFailedException if its URI is none of HTTP
   */
  static HttpTarget of(SourceTarget target) throws IngestFailedException {
    // What has no authority would be read as if slashes were missing.
    HttpUrl url = target.uri().getRawAuthority() == null ? null : HttpUrl.get(target.uri());
    if (url == null) {
      throw new IngestFailedException(
          Reason.INVALID_FIELD, "uri: expected a host, such as https://host/path");
    }
    return new HttpTarget(url, target.headers(), target.known());
  }

  /** The same elsewhere: without the secrets, unless it is of the same origin. */
  HttpTarget at(HttpUrl other) {
    boolean sameOrigin =
        other.scheme().equals(url.scheme())
            && other.host().equals(url.host())
            && other.port() == url.port();
    return new HttpTarget(other, sameOrigin ? headers : Map.of(), known);
  }

  /** The same, whatever it was before. */
  HttpTarget unconditional() {
    return new HttpTarget(url, headers, Validators.NONE);
  }

  /** Host and port, by which requests are limited. */
  String host() {
    return url.host() + ":" + url.port();
  }

  /** What may be published of it: user info and query may be secrets, and so may a path. */
  String origin() {
    String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.scheme() + "://" + host + port;
  }

  @Override
  public String toString() {
    return origin();
  }
}
