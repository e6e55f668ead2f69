package dev.shardline.systemtests.ledger;

import java.time.Instant;

/**
 * One record that answers a shard or a request.
 *
 * @param at when readers could see it
 * @param status as its JSON says
 * @param content all that it says of the work, and nothing of how it was done: the same in every
 *     repeat
 * @param attempt which attempt led to it, from 1
 * @param worker the process that gave it
 */
public record Answer(Instant at, String status, Object content, int attempt, String worker) {}
