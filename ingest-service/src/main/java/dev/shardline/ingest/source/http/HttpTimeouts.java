package dev.shardline.ingest.source.http;

import java.time.Duration;

/**
 * How long to wait for a source.
 *
 * @param connect for the connection to be made
 * @param read for the response to begin, and for each further piece of its body
 * @param total for everything together, redirects included: a source that drips is ended by this
 */
public record HttpTimeouts(Duration connect, Duration read, Duration total) {}
