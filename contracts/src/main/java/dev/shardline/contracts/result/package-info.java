/** What became of a shard. */
@NullMarked
package dev.shardline.contracts.result;

import org.jspecify.annotations.NullMarked;
