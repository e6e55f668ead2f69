package dev.shardline.objectstore;

import java.net.URI;

/**
 * An object as it was stored.
 *
 * @param uri where it is; absolute
 * @param bytes its size
 * @param sha256 its hash, 64 lower-case hexadecimal digits
 */
public record StoredObject(URI uri, long bytes, String sha256) {}
