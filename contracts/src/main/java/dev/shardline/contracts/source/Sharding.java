package dev.shardline.contracts.source;

import dev.shardline.contracts.shard.Output;

/**
 * How a body becomes shards: one for each row.
 *
 * @param format how the rows are written
 * @param field the field of a row that holds the shard's number
 * @param transform the transformation of every shard
 * @param output the output of every shard
 */
public record Sharding(BodyFormat format, String field, String transform, Output output) {}
