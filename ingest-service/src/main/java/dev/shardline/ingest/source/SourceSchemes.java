package dev.shardline.ingest.source;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds who fetches the URIs of a scheme. Thread-safe. */
public final class SourceSchemes {

  private final Map<String, SourceFetcher> fetchers;

  /**
   * @param fetchers by scheme, in lower case
   */
  public SourceSchemes(Map<String, SourceFetcher> fetchers) {
    this.fetchers = new TreeMap<>(fetchers);
  }

  /**
   * The fetcher of a URI.
   *
   * @throws IngestFailedException if there is none
   */
  public SourceFetcher fetcherOf(URI uri) throws IngestFailedException {
    SourceFetcher fetcher = fetchers.get(uri.getScheme().toLowerCase(Locale.ROOT));
    if (fetcher == null) {
      throw new IngestFailedException(
          Reason.UNSUPPORTED_SCHEME,
          "uri: expected one of the schemes %s, was %s"
              .formatted(String.join(", ", fetchers.keySet()), uri.getScheme()));
    }
    return fetcher;
  }
}
