/** The unit of CPU work. */
@NullMarked
package dev.shardline.contracts.shard;

import org.jspecify.annotations.NullMarked;
