package dev.shardline.ingest.source;

import java.net.URI;
import java.util.Map;

/** What to fetch. It holds secrets, and shows none of them as text. */
public final class SourceTarget {

  private final URI uri;
  private final Map<String, String> headers;
  private final Validators known;
  private final int maxPages;

  /** A body in one piece, whatever it was before. */
  public SourceTarget(URI uri, Map<String, String> headers) {
    this(uri, headers, Validators.NONE, 1);
  }

  /**
   * @param uri where the source is; absolute
   * @param headers header names and their secret values
   * @param known of the body that was fetched before: one that has not changed need not come again
   * @param maxPages how many pages to fetch at most, 1 or above
   */
  public SourceTarget(URI uri, Map<String, String> headers, Validators known, int maxPages) {
    this.uri = uri;
    this.headers = Map.copyOf(headers);
    this.known = known;
    this.maxPages = maxPages;
  }

  /** Where the source is. */
  public URI uri() {
    return uri;
  }

  /** Header names and their secret values. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Of the body that was fetched before. */
  public Validators known() {
    return known;
  }

  /** How many pages to fetch at most, 1 or above. */
  public int maxPages() {
    return maxPages;
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
