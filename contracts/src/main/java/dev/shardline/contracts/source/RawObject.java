package dev.shardline.contracts.source;

import java.net.URI;

/**
 * A body as it was fetched, in the object store.
 *
 * @param uri where it is
 * @param bytes its size
 * @param sha256 its hash, 64 lower-case hexadecimal digits
 * @param pages of how many pages it consists, 1 or above
 * @param unchanged whether it is the object of an earlier request, since the source had not changed
 */
public record RawObject(URI uri, long bytes, String sha256, int pages, boolean unchanged) {

  /** A body that was fetched in one piece. */
  public RawObject(URI uri, long bytes, String sha256) {
    this(uri, bytes, sha256, 1, false);
  }
}
