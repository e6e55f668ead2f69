/** Jobs of shards: numbers in, results out. */
@NullMarked
package dev.shardline.cli.shard;

import org.jspecify.annotations.NullMarked;
