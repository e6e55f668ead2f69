package dev.shardline.contracts.source;

import org.jspecify.annotations.Nullable;

/**
 * How a source is to be fetched.
 *
 * @param maxBytes the largest body to accept, in bytes, 0 or above; null: as large as the service
 *     allows
 * @param maxPages how many pages to follow, 1 to {@value #MAX_PAGES}; with 1 none are looked for
 * @param reuseUnchanged whether a body that was fetched before may be used again where the source
 *     says that it has not changed
 */
public record FetchOptions(@Nullable Long maxBytes, int maxPages, boolean reuseUnchanged) {

  /** The most pages that a request may ask for. */
  public static final int MAX_PAGES = 10_000;

  /** What a request means that says nothing of it. */
  public static final FetchOptions DEFAULT = new FetchOptions(null, 1, false);
}
