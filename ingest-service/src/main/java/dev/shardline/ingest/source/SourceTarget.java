package dev.shardline.ingest.source;

import java.net.URI;
import java.util.Map;

/** What to fetch. It holds secrets, and shows none of them as text. */
public final class SourceTarget {

  private final URI uri;
  private final Map<String, String> headers;

  /**
   * @param uri where the source is; absolute
   * @param headers header names and their secret values
   */
  public SourceTarget(URI uri, Map<String, String> headers) {
    this.uri = uri;
    this.headers = Map.copyOf(headers);
  }

  /** Where the source is. */
  public URI uri() {
    return uri;
  }

  /** Header names and their secret values. */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * Scheme, host and port: what may be published of the URI. Its user info and query may be
   * secrets, and so may a path.
   */
  public String origin() {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }

  @Override
  public String toString() {
    return origin();
  }
}
