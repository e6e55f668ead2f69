package dev.shardline.contracts.result;

import java.time.Duration;

/**
 * How a shard was executed.
 *
 * @param attempt which delivery of the shard led to this result, from 1
 * @param worker the process that computed: host and process id
 * @param queued from the shard's timestamp until work on it began; milliseconds in JSON
 * @param computed how long the computation took; milliseconds in JSON
 */
public record Execution(int attempt, String worker, Duration queued, Duration computed) {}
