package dev.shardline.contracts.result;

import java.time.Duration;

/**
 * How a shard was executed.
 *
 * @param attempt which delivery of the shard led to this result, from 1
 * @param worker the process that computed: host and process id
 * @param queued from the shard's timestamp until work on it began; milliseconds in JSON; a negative
 *     one becomes zero
 * @param computed how long the computation took; milliseconds in JSON
 */
public record Execution(int attempt, String worker, Duration queued, Duration computed) {

  public Execution {
    // The timestamp is the producer's clock, which may be ahead of the worker's.
    queued = queued.isNegative() ? Duration.ZERO : queued;
  }
}
