package dev.shardline.monitor.failure;

import java.time.Instant;

/**
 * A shard or source that failed, and where its answer stands.
 *
 * @param what the transformation or the source
 * @param attempt which attempt led to it, from 1; 0: it was not even tried
 */
public record RecentFailure(
    Instant at,
    String key,
    String what,
    String reason,
    String message,
    String topic,
    int partition,
    long offset,
    int attempt) {}
