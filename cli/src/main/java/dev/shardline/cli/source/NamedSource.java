package dev.shardline.cli.source;

import java.net.URI;

/**
 * A source under the name by which its outcome is told.
 *
 * @param name 1 to 200 characters
 * @param uri absolute, without credentials
 */
public record NamedSource(String name, URI uri) {}
