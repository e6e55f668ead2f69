package dev.shardline.contracts.source;

import java.net.URI;

/**
 * A body as it was fetched, in the object store.
 *
 * @param uri where it is
 * @param bytes its size
 * @param sha256 its hash, 64 lower-case hexadecimal digits
 */
public record RawObject(URI uri, long bytes, String sha256) {}
