/** Tests of jobs of shards. */
@NullMarked
package dev.shardline.cli.shard;

import org.jspecify.annotations.NullMarked;
