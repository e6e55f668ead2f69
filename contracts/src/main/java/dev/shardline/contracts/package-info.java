/**
 * The names that every producer and consumer of Shardline shares. The messages themselves are in
 * the packages below, one for each noun of the flow: a source is fetched, its body becomes shards,
 * a shard becomes a result, and what can never succeed becomes a failure.
 */
@NullMarked
package dev.shardline.contracts;

import org.jspecify.annotations.NullMarked;
