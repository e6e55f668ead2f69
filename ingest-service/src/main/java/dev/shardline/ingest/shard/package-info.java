/** Turning a stored body into shards. */
@NullMarked
package dev.shardline.ingest.shard;

import org.jspecify.annotations.NullMarked;
