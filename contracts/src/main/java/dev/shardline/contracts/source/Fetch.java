package dev.shardline.contracts.source;

import java.time.Duration;
import java.time.Instant;

/**
 * How a source was fetched.
 *
 * @param attempts how often it was tried, 0 if the request was refused before
 * @param duration how long the last attempt took, until the body was stored; milliseconds in JSON
 * @param startedAt when work on the request began
 * @param finishedAt when its outcome was known
 */
public record Fetch(int attempts, Duration duration, Instant startedAt, Instant finishedAt) {}
