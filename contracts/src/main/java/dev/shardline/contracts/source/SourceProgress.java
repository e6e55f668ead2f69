package dev.shardline.contracts.source;

import dev.shardline.contracts.job.SourceId;
import java.time.Instant;

/**
 * How far a fetch that goes on is. For watching alone: it is sent at best effort.
 *
 * @param id which request is worked on
 * @param attempt which attempt, from 1; each begins at no bytes
 * @param bytes how much of the body was written so far
 * @param bytesPerSecond how fast that was since the message before, or since the fetch began
 * @param at when it was so
 */
public record SourceProgress(
    SourceId id, int attempt, long bytes, long bytesPerSecond, Instant at) {}
