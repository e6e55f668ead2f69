package dev.shardline.systemtests.ledger;

import java.time.Instant;

/**
 * One record that asks for a shard or a source.
 *
 * @param at the record's time
 * @param partition where it stands
 * @param offset where it stands
 */
public record Asked(Instant at, int partition, long offset) {}
