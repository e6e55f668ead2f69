package dev.shardline.contracts.source;

import dev.shardline.contracts.job.SourceId;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a source to be fetched and stored.
 *
 * @param id the source's name and its job
 * @param uri where the source is; absolute
 * @param headers request headers whose values are secrets: header name to the <em>name</em> of a
 *     secret in the service's configuration, never to its value
 * @param sharding how to turn the body into shards; null: store only
 * @param options how to fetch it
 */
public record SourceRequest(
    SourceId id,
    URI uri,
    Map<String, String> headers,
    @Nullable Sharding sharding,
    FetchOptions options) {

  /** A request that says nothing of how to fetch. */
  public SourceRequest(
      SourceId id, URI uri, Map<String, String> headers, @Nullable Sharding sharding) {
    this(id, uri, headers, sharding, FetchOptions.DEFAULT);
  }

  public SourceRequest {
    // Map.copyOf would lose the order, and the same request would be written in several ways.
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
